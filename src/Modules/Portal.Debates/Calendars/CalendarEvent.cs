namespace Portal.Debates.Calendars;

/// <summary>One event of a calendar file.</summary>
/// <param name="Uid">The same in every language, so that a calendar does not hold the event twice.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="Days">First day and the day after the last, where no hours are known; the instants then do not count.</param>
public sealed record CalendarEvent(
    string Uid, DateTime StampUtc, DateTime StartsUtc, DateTime EndsUtc, (DateOnly First, DateOnly After)? Days, string Language, string Summary, string Description, string Location, string Url);
