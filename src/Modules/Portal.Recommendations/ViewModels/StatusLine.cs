using Microsoft.Extensions.Localization;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.ViewModels;

/// <summary>Where a recommendation stands, in one line.</summary>
public sealed record StatusLine(InstitutionStatus Status, Verdict Verdict, DateOnly StatusDay, DateOnly Issued, DateOnly? Due, IReadOnlyList<ContentName> Addressees, Deadlines Deadlines, Culture Culture)
{
    public bool IsReplyOverdue => Deadlines.IsReplyOverdue(Status, Issued);

    public bool IsImplementationOverdue => Deadlines.IsImplementationOverdue(Status, Due);

    public static StatusLine Of(RegisterRow row, Deadlines deadlines, Culture culture, IReadOnlyDictionary<string, ContentName> names) =>
        new(row.Status, row.Verdict, row.StatusDay, row.Issued, row.Due, [.. row.Addressees.Select(names.GetValueOrDefault).OfType<ContentName>()], deadlines, culture);

    /// <summary>What a reader has to know of time: how long an answer has been waited for, or how far away the due date is. Empty where neither matters any more.</summary>
    public string Wait(IStringLocalizer text)
    {
        if (Status == InstitutionStatus.Issued)
        {
            var waiting = Deadlines.DaysSince(Issued);
            return IsReplyOverdue
                ? text.Plural(waiting, "no reply for {0} day; one was due by {1}", "no reply for {0} days; one was due by {1}", Dates.Day(Deadlines.ReplyDue(Issued), Culture))
                : text.Plural(waiting, "waiting for a reply for {0} day; due by {1}", "waiting for a reply for {0} days; due by {1}", Dates.Day(Deadlines.ReplyDue(Issued), Culture));
        }

        if (Due is not { } due || StatusTable.IsSettled(Status)) return "";
        return IsImplementationOverdue
            ? text.Plural(Deadlines.DaysSince(due), "overdue for {0} day; it was due by {1}", "overdue for {0} days; it was due by {1}", Dates.Day(due, Culture))
            : text.Plural(Deadlines.DaysUntil(due), "due in {0} day, by {1}", "due in {0} days, by {1}", Dates.Day(due, Culture));
    }
}
