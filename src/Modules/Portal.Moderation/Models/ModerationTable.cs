namespace Portal.Moderation.Models;

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    Received, Queued, PublishedUnreviewed, Published, PublishedRedacted, Declined, Merged, Escalated, Appealed, Withdrawn, Expired,
}

/// <summary>What can happen to a submission.</summary>
public enum Step
{
    /// <summary>Nothing more is asked of the author; the text goes to the moderators.</summary>
    Enqueue,
    /// <summary>The author's address was not confirmed in seven days.</summary>
    Expire,
    /// <summary>Post-moderation: public before anyone has read it.</summary>
    PublishUnreviewed,
    Publish, Redact, Decline, Merge, Escalate,
    Appeal, Uphold, Reverse,
    /// <summary>A reader reported it; it is looked at again and stays visible meanwhile.</summary>
    Report, Keep,
    Withdraw,
}

/// <param name="IsAppeal">The step belongs to the round that an appeal opens, and is taken by somebody else than the first decision.</param>
public sealed record Transition(SubmissionState From, Step Step, SubmissionState To, bool IsAppeal = false);

/// <summary>Every state of a submission and every way out of it. What is not here cannot happen.</summary>
public static class ModerationTable
{
    static readonly Transition[] Table =
    [
        new(SubmissionState.Received, Step.Enqueue, SubmissionState.Queued),
        new(SubmissionState.Received, Step.Expire, SubmissionState.Expired),
        new(SubmissionState.Received, Step.PublishUnreviewed, SubmissionState.PublishedUnreviewed),

        .. Decisions(SubmissionState.Queued),
        new(SubmissionState.Queued, Step.Escalate, SubmissionState.Escalated),
        .. Decisions(SubmissionState.PublishedUnreviewed),
        new(SubmissionState.PublishedUnreviewed, Step.Escalate, SubmissionState.Escalated),
        .. Decisions(SubmissionState.Escalated),

        new(SubmissionState.Published, Step.Report, SubmissionState.PublishedUnreviewed),
        new(SubmissionState.PublishedUnreviewed, Step.Keep, SubmissionState.Published),

        new(SubmissionState.Declined, Step.Appeal, SubmissionState.Appealed),
        new(SubmissionState.PublishedRedacted, Step.Appeal, SubmissionState.Appealed),
        new(SubmissionState.Appealed, Step.Reverse, SubmissionState.Published, IsAppeal: true),
        // Upholding leads back to what was decided first; which of the two it was, the first decision tells.
        new(SubmissionState.Appealed, Step.Uphold, SubmissionState.Declined, IsAppeal: true),
        new(SubmissionState.Appealed, Step.Redact, SubmissionState.PublishedRedacted, IsAppeal: true),

        .. Enum.GetValues<SubmissionState>().Where(s => s is not (SubmissionState.Withdrawn or SubmissionState.Expired)).Select(s => new Transition(s, Step.Withdraw, SubmissionState.Withdrawn)),
    ];

    public static IReadOnlyList<Transition> All => Table;

    /// <returns>The state that a step leads to, or null where it is not possible.</returns>
    public static SubmissionState? Next(SubmissionState from, Step step) => Table.FirstOrDefault(t => t.From == from && t.Step == step)?.To;

    /// <summary>Whether the public sees the text, whole or in part.</summary>
    public static bool IsPublic(SubmissionState state) => state is SubmissionState.Published or SubmissionState.PublishedRedacted or SubmissionState.PublishedUnreviewed;

    /// <summary>The states in which a moderator has something to do.</summary>
    public static readonly SubmissionState[] Waiting = [SubmissionState.Queued, SubmissionState.PublishedUnreviewed, SubmissionState.Escalated, SubmissionState.Appealed];

    /// <summary>A state or step as the API and the demo content spell it: <c>published-redacted</c>.</summary>
    public static string Name(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    static IEnumerable<Transition> Decisions(SubmissionState from) =>
    [
        new(from, Step.Publish, SubmissionState.Published),
        new(from, Step.Redact, SubmissionState.PublishedRedacted),
        new(from, Step.Decline, SubmissionState.Declined),
        new(from, Step.Merge, SubmissionState.Merged),
    ];
}
