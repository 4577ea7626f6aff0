using System.Globalization;
using System.Text;

namespace Portal.Debates.Calendars;

/// <summary>Writes an event as an iCalendar file (RFC 5545).</summary>
public static class CalendarFile
{
    /// <summary>Longest line in octets, without its end.</summary>
    const int LongestLine = 75;

    /// <param name="producer">Who wrote the file: the site's name.</param>
    public static string Of(CalendarEvent happening, string producer)
    {
        var file = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line($"PRODID:-//{Escape(producer)}//Portal//{happening.Language.ToUpperInvariant()}");
        Line("CALSCALE:GREGORIAN");
        Line("BEGIN:VEVENT");
        Line($"UID:{Escape(happening.Uid)}");
        Line($"DTSTAMP:{Instant(happening.StampUtc)}");
        Line(happening.Days is { } first ? $"DTSTART;VALUE=DATE:{Day(first.First)}" : $"DTSTART:{Instant(happening.StartsUtc)}");
        Line(happening.Days is { } last ? $"DTEND;VALUE=DATE:{Day(last.After)}" : $"DTEND:{Instant(happening.EndsUtc)}");
        Text("SUMMARY", happening.Summary);
        Text("DESCRIPTION", happening.Description);
        Text("LOCATION", happening.Location);
        if (happening.Url.Length > 0) Line($"URL:{happening.Url}");
        Line("END:VEVENT");
        Line("END:VCALENDAR");
        return file.ToString();

        void Text(string name, string text)
        {
            if (text.Length > 0) Line($"{name};LANGUAGE={happening.Language}:{Escape(text)}");
        }

        void Line(string line) => Fold(file, line);
    }

    /// <summary>Backslash, semicolon, comma and line ends mean something in a text; no other control character may stand in one.</summary>
    static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c == '\n') escaped.Append("\\n");
            else if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (!char.IsControl(c)) escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Breaks a line between characters, so that no part is longer than the standard allows. A continuation begins with a space.</summary>
    static void Fold(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
