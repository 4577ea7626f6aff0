namespace Portal.Moderation.Models;

/// <summary>Where a submission stands.</summary>
public enum SubmissionState
{
    Received, Queued,
    /// <summary>Public, and a moderator is still to read it: for the first time, or again because it was reported or reopened.</summary>
    PublishedUnreviewed,
    Published, PublishedRedacted, Declined, Merged, Escalated, Appealed, Withdrawn, Expired,
}

/// <summary>What the public finds in the place of a submission.</summary>
public enum Appearance
{
    /// <summary>Nothing; it was never there.</summary>
    None,
    /// <summary>A line that says that something stood here, or would have, and why it does not.</summary>
    Placeholder,
    /// <summary>Its text, without the passages that the decision in force hides.</summary>
    Text,
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
    Publish, Redact, Decline,
    /// <summary>It says what another one says: both are kept and counted, the other is shown.</summary>
    Merge,
    /// <summary>Left to somebody else.</summary>
    Escalate,
    Appeal, Uphold, Reverse,
    /// <summary>A reader reported it; it is looked at again and stays visible meanwhile.</summary>
    Report,
    /// <summary>A reader reported it for a reason that hides it until it is looked at.</summary>
    Hide,
    /// <summary>It was looked at again and stays what it was.</summary>
    Keep,
    /// <summary>The moderators themselves take a decision up again.</summary>
    Reopen,
    Withdraw,
}

/// <param name="Was">Where a step leads back to what was settled before the question was put: only from there.</param>
/// <param name="IsAppeal">The step decides on an appeal, and is taken by somebody else than the first decision.</param>
public sealed record Transition(SubmissionState From, Step Step, SubmissionState To, SubmissionState? Was = null, bool IsAppeal = false);

/// <summary>Every state of a submission and every way out of it. What is not here cannot happen.</summary>
public static class ModerationTable
{
    static readonly SubmissionState[] Ended = [SubmissionState.Withdrawn, SubmissionState.Expired];

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
        new(SubmissionState.PublishedRedacted, Step.Report, SubmissionState.PublishedUnreviewed),
        .. new[] { SubmissionState.Published, SubmissionState.PublishedRedacted, SubmissionState.PublishedUnreviewed }.Select(s => new Transition(s, Step.Hide, SubmissionState.Queued)),
        new(SubmissionState.Escalated, Step.Hide, SubmissionState.Escalated),
        new(SubmissionState.Appealed, Step.Hide, SubmissionState.Appealed),

        new(SubmissionState.Published, Step.Reopen, SubmissionState.PublishedUnreviewed),
        new(SubmissionState.PublishedRedacted, Step.Reopen, SubmissionState.PublishedUnreviewed),
        new(SubmissionState.Declined, Step.Reopen, SubmissionState.Queued),
        new(SubmissionState.Merged, Step.Reopen, SubmissionState.Queued),

        .. Back(SubmissionState.Queued, Step.Keep, SubmissionState.Published, SubmissionState.PublishedRedacted, SubmissionState.Declined, SubmissionState.Merged),
        .. Back(SubmissionState.PublishedUnreviewed, Step.Keep, SubmissionState.Published, SubmissionState.PublishedRedacted),
        .. Back(SubmissionState.Escalated, Step.Keep, SubmissionState.Published, SubmissionState.PublishedRedacted, SubmissionState.Declined, SubmissionState.Merged),

        new(SubmissionState.Declined, Step.Appeal, SubmissionState.Appealed),
        new(SubmissionState.PublishedRedacted, Step.Appeal, SubmissionState.Appealed),
        new(SubmissionState.Appealed, Step.Reverse, SubmissionState.Published, IsAppeal: true),
        new(SubmissionState.Appealed, Step.Redact, SubmissionState.PublishedRedacted, IsAppeal: true),
        .. Back(SubmissionState.Appealed, Step.Uphold, SubmissionState.Declined, SubmissionState.PublishedRedacted).Select(t => t with { IsAppeal = true }),

        .. Enum.GetValues<SubmissionState>().Except(Ended).Select(s => new Transition(s, Step.Withdraw, SubmissionState.Withdrawn)),
    ];

    public static IReadOnlyList<Transition> All => Table;

    /// <param name="was">What was settled before the question that is open now was put; null where there was nothing.</param>
    /// <returns>The state that a step leads to, or null where it is not possible.</returns>
    public static SubmissionState? Next(SubmissionState from, Step step, SubmissionState? was = null) =>
        Table.FirstOrDefault(t => t.From == from && t.Step == step && (t.Was is null || t.Was == was))?.To;

    /// <summary>The states in which a moderator has something to do.</summary>
    public static readonly SubmissionState[] Waiting = [SubmissionState.Queued, SubmissionState.PublishedUnreviewed, SubmissionState.Escalated, SubmissionState.Appealed];

    /// <summary>The states in which no question is open.</summary>
    public static bool IsSettled(SubmissionState state) => state is not SubmissionState.Received && !Waiting.Contains(state);

    /// <summary>The steps with which somebody decides: each is a <see cref="SubmissionDecision"/>, one per version and round.</summary>
    public static readonly Step[] DecidingSteps = [Step.Publish, Step.Redact, Step.Decline, Step.Merge, Step.Keep, Step.Uphold, Step.Reverse];

    /// <returns>What a moderator can decide in this state.</returns>
    public static IEnumerable<Step> DecisionsIn(SubmissionState state, SubmissionState? was) => DecidingSteps.Where(step => Next(state, step, was) is not null);

    /// <summary>What the public finds after a step. While a question is open, what stood there stays, unless the step hides it.</summary>
    public static Appearance AppearanceAfter(Step step, SubmissionState to, Appearance before) => to switch
    {
        SubmissionState.Published or SubmissionState.PublishedRedacted or SubmissionState.PublishedUnreviewed => Appearance.Text,
        SubmissionState.Declined => Appearance.Placeholder,
        SubmissionState.Escalated or SubmissionState.Appealed when step != Step.Hide => before,
        _ => before == Appearance.None ? Appearance.None : Appearance.Placeholder,
    };

    /// <summary>A state or step as the API and the demo content spell it: <c>published-redacted</c>.</summary>
    public static string Name(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    static IEnumerable<Transition> Decisions(SubmissionState from) =>
    [
        new(from, Step.Publish, SubmissionState.Published),
        new(from, Step.Redact, SubmissionState.PublishedRedacted),
        new(from, Step.Decline, SubmissionState.Declined),
        new(from, Step.Merge, SubmissionState.Merged),
    ];

    static IEnumerable<Transition> Back(SubmissionState from, Step step, params SubmissionState[] settled) => settled.Select(was => new Transition(from, step, was, was));
}
