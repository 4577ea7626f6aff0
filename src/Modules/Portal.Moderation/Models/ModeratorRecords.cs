namespace Portal.Moderation.Models;

/// <summary>Somebody is reading a submission in order to decide: others keep away until then.</summary>
public sealed class SubmissionClaim
{
    public required string SubmissionId { get; init; }
    public required string UserId { get; set; }
    /// <summary>The claim is worth nothing from this instant on.</summary>
    public DateTime UntilUtc { get; set; }
}

/// <summary>A moderator left a submission to somebody else. Once per round at most.</summary>
public sealed class SubmissionEscalation
{
    public required string SubmissionId { get; init; }
    public int Round { get; init; }
    public string? ById { get; init; }
    /// <summary>Who is to decide; null = anybody else.</summary>
    public string? ToId { get; init; }
    /// <summary>The moderator's words to whoever decides.</summary>
    public string? Note { get; init; }
    public DateTime AtUtc { get; init; }
}

/// <summary>A reader finds that a published text should not stand there. Says nothing of the reader.</summary>
public sealed class SubmissionReport
{
    public required string Id { get; init; }
    public required string SubmissionId { get; init; }
    /// <summary>Key of the public reason.</summary>
    public required string Reason { get; init; }
    public int ReasonVersion { get; init; }
    /// <summary>The reader's words to the moderators; erased when they have decided.</summary>
    public string? Note { get; set; }
    public DateTime AtUtc { get; init; }
    /// <summary>When the moderators decided on what was reported; null = still open.</summary>
    public DateTime? SettledUtc { get; set; }
}

/// <summary>One wording of a public reason, written by an administrator. Never changed: a new wording is the next version, and old decisions keep theirs.</summary>
public sealed class ModerationReason
{
    /// <summary>As the API and stored decisions spell it.</summary>
    public required string Key { get; init; }
    /// <summary>1-based; 0 is the wording that the portal brings.</summary>
    public int Version { get; init; }
    public int Position { get; init; }
    /// <summary>Whether moderators and readers can still choose it.</summary>
    public bool IsActive { get; init; }
    /// <summary>Whether a text that is reported for it is hidden until a moderator has read it.</summary>
    public bool HidesAtOnce { get; init; }
    /// <summary>Whether readers can report for it.</summary>
    public bool IsForReports { get; init; }
    /// <summary>JSON object: culture code → <c>{ "name", "explanation" }</c>.</summary>
    public required string Texts { get; init; }
    public DateTime CreatedUtc { get; init; }
    public string? CreatedById { get; init; }
}

/// <summary>When somebody was last told that the queue waits too long: nobody is told again before the site's limit has gone by once more.</summary>
public sealed class QueueAlert
{
    public required string UserId { get; init; }
    public DateTime SentUtc { get; set; }
}
