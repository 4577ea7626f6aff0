using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Debates.Models;

namespace Portal.Debates.Queries;

/// <summary>Says in words when a debate is and in which languages.</summary>
public sealed class DebateWords(Dates dates, IStringLocalizer text)
{
    /// <summary>No more exact than what is known: a year, a month, days, or the hours with their zone.</summary>
    public string When(DebateTimes times, Culture culture)
    {
        if (times.IsWholeDays) return DateSpan.Text(times.FirstDay, times.LastDay, culture);
        if (times.FirstDay != times.LastDay) return $"{dates.Instant(times.StartsUtc, times.Zone, culture)} – {dates.Instant(times.EndsUtc, times.Zone, culture)}";

        // Serbian and Bosnian end a date with a full stop, which goes before a comma.
        return $"{Dates.Day(times.FirstDay, culture).TrimEnd('.')}, {Hours(times, culture)}, {dates.Zone(times.StartsUtc, times.Zone, culture)}";
    }

    /// <summary>The hours on the clock of the place, such as 17:00–19:15.</summary>
    public static string Hours(DebateTimes times, Culture culture) =>
        $"{Dates.Time(TimeOnly.FromDateTime(times.StartsWall), culture)}–{Dates.Time(TimeOnly.FromDateTime(times.EndsWall), culture)}";

    /// <returns>Names of languages, as a list in words; codes that are not known are left out.</returns>
    /// <param name="field">The field of the debate that holds them.</param>
    public string Languages(IEnumerable<string> codes, string field) => string.Join(", ", codes.Select(SpokenLanguages.NameOf).OfType<string>().Select(name => text.InContext($"Debate.{field}")[name].Value));
}
