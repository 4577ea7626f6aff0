namespace Portal.Recommendations.Models;

/// <summary>What is overdue on a day: a function of dates, so that no job has to set it.</summary>
/// <param name="ReplyDays">Days after its issue within which an institution is expected to say something.</param>
public sealed record Deadlines(DateOnly Today, int ReplyDays)
{
    public const int UsualReplyDays = 30;

    /// <summary>The last day on which a reply is in time.</summary>
    public DateOnly ReplyDue(DateOnly issued) => issued.AddDays(ReplyDays);

    public bool IsReplyOverdue(InstitutionStatus status, DateOnly issued) => status == InstitutionStatus.Issued && ReplyDue(issued) < Today;

    public bool IsImplementationOverdue(InstitutionStatus status, DateOnly? due) => due < Today && !StatusTable.IsSettled(status);

    /// <summary>Whole days from a day in the past to today; 0 for one to come.</summary>
    public int DaysSince(DateOnly day) => Math.Max(0, Today.DayNumber - day.DayNumber);

    public int DaysUntil(DateOnly day) => Math.Max(0, day.DayNumber - Today.DayNumber);
}
