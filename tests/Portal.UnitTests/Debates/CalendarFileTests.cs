using System.Text;
using Portal.Debates.Calendars;

namespace Portal.UnitTests.Debates;

public class CalendarFileTests
{
    static readonly CalendarEvent Debate = new(
        "debate-1@forum.example", new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc), new(2026, 6, 23, 15, 0, 0, DateTimeKind.Utc), new(2026, 6, 23, 17, 30, 0, DateTimeKind.Utc), null,
        "sq", "Debat: siguria", "Kur, ku\nçka; pse\\si", "Salla e vogël", "https://forum.example/sq/debate/siguria");

    static string[] Lines(CalendarEvent happening) => CalendarFile.Of(happening, "Forum").Split("\r\n");

    static string Unfolded(CalendarEvent happening) => CalendarFile.Of(happening, "Forum").Replace("\r\n ", "", StringComparison.Ordinal);

    [Fact]
    public void It_is_one_event_in_a_calendar_with_its_times_in_utc()
    {
        var lines = Lines(Debate);
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines.ShouldContain(l => l == "VERSION:2.0");
        lines.ShouldContain(l => l == "UID:debate-1@forum.example");
        lines.ShouldContain(l => l == "DTSTAMP:20260601T080000Z");
        lines.ShouldContain(l => l == "DTSTART:20260623T150000Z");
        lines.ShouldContain(l => l == "DTEND:20260623T173000Z");
        lines.ShouldContain(l => l == "URL:https://forum.example/sq/debate/siguria");
        lines[^2].ShouldBe("END:VCALENDAR");
        lines[^1].ShouldBeEmpty();
    }

    [Fact]
    public void Characters_that_mean_something_are_escaped() => Unfolded(Debate).ShouldContain(@"DESCRIPTION;LANGUAGE=sq:Kur\, ku\nçka\; pse\\si");

    [Fact]
    public void Other_control_characters_are_left_out() => Unfolded(Debate with { Summary = "a\rb\tc\u0007d" }).ShouldContain(@"SUMMARY;LANGUAGE=sq:a\nbcd");

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_broken()
    {
        var happening = Debate with { Description = string.Concat(Enumerable.Repeat("Шта нас чини небезбедним? 🕊 ", 30)) };
        foreach (var line in Lines(happening)) Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
        Unfolded(happening).ShouldContain(string.Concat(Enumerable.Repeat("Шта нас чини небезбедним? 🕊 ", 30)));
    }

    [Fact]
    public void Days_without_hours_are_days_and_end_before_the_next()
    {
        var lines = Lines(Debate with { Days = (new(2020, 11, 1), new(2020, 12, 1)) });
        lines.ShouldContain(l => l == "DTSTART;VALUE=DATE:20201101");
        lines.ShouldContain(l => l == "DTEND;VALUE=DATE:20201201");
    }

    [Fact]
    public void What_is_not_known_is_left_out() => Unfolded(Debate with { Location = "", Url = "" }).ShouldNotContain("LOCATION");
}
