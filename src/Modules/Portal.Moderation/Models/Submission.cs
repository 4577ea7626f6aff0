using Portal.Cms;
using Portal.Cms.Security;
using Portal.Moderation.Erasure;
using Portal.TransparencyLog.Merkle;

namespace Portal.Moderation.Models;

/// <summary>What a citizen or an organisation says to a consultation. Holds no address, no account of a guest, nothing that links two submissions of one person.</summary>
public sealed class Submission
{
    public required string Id { get; init; }
    /// <summary>Localization set of the consultation: comments of all cultures stand together.</summary>
    public required string ConsultationSet { get; init; }
    /// <summary>The section commented on; null = the consultation as a whole.</summary>
    public string? SectionId { get; init; }
    /// <summary>Version of the consulted text that the author had before them; null where it is not known.</summary>
    public string? SectionVersionId { get; init; }
    /// <summary>Culture code of the author's words.</summary>
    public required string Culture { get; init; }
    public SubmissionState State { get; private set; }
    /// <summary>Number of the author's newest text.</summary>
    public int CurrentVersion { get; init; } = 1;
    /// <summary>0 until an appeal opens the next round.</summary>
    public int Round { get; init; }
    /// <summary><c>web</c>, <c>api</c>, <c>paper</c>, <c>meeting</c> or <c>e-mail</c>.</summary>
    public required string Channel { get; init; }
    public DateTime ReceivedUtc { get; init; }
    /// <summary>When the state became what it is.</summary>
    public DateTime ChangedUtc { get; private set; }
    public string? DisplayName { get; set; }
    public string? OnBehalfOf { get; set; }
    /// <summary>Version of the consent text that was agreed to.</summary>
    public required string ConsentVersion { get; init; }
    /// <summary>SHA-256 of the receipt code, hexadecimal. The code itself is with its author only.</summary>
    public required string ReceiptHash { get; init; }
    /// <summary>Account of an author who was signed in; nobody decides on their own words.</summary>
    public string? AuthorUserId { get; set; }
    /// <summary>When everything about it that is not public was erased, or all of it; null as long as it is there.</summary>
    public DateTime? ErasedUtc { get; private set; }
    public Guid Stamp { get; private set; }

    /// <returns>English message id of why this person may not decide, or null.</returns>
    public string? MayNotBeDecidedBy(CurrentUser user) => AuthorUserId is not null && AuthorUserId == user.Id ? "Nobody decides on what they wrote themselves." : null;

    public bool IsErased(ErasureExtent extent) => ErasedUtc is not null && (extent == ErasureExtent.Private || !ModerationTable.IsPublic(State));

    /// <summary>Says no longer who wrote it.</summary>
    public void Forget(DateTime nowUtc)
    {
        (DisplayName, OnBehalfOf, AuthorUserId) = (null, null, null);
        (ErasedUtc, Stamp) = (nowUtc, Guid.NewGuid());
    }

    /// <summary>Takes a step of the table.</summary>
    /// <exception cref="InvalidOperationException">The table has no such step from here.</exception>
    public void Take(Step step, DateTime nowUtc)
    {
        State = ModerationTable.Next(State, step) ?? throw new InvalidOperationException($"A submission that is {State} cannot {step}.");
        (ChangedUtc, Stamp) = (nowUtc, Guid.NewGuid());
    }
}

/// <summary>One text of a submission. Never changed; erased as a whole when its author asks.</summary>
public sealed class SubmissionVersion
{
    public required string SubmissionId { get; init; }
    /// <summary>1-based.</summary>
    public int Number { get; init; }
    /// <summary>Plain text, NFC, lines divided by LF. Offsets of redactions count its UTF-16 units.</summary>
    public required string Body { get; set; }
    public DateTime CreatedUtc { get; init; }
}

/// <summary>What a moderator decided about one version in one round. One at most, whoever comes first.</summary>
public sealed class SubmissionDecision
{
    public required string SubmissionId { get; init; }
    public int Version { get; init; }
    public int Round { get; init; }
    public Step Step { get; init; }
    /// <summary>Key of the public reason; null for a plain publication.</summary>
    public string? Reason { get; init; }
    /// <summary>The moderator's words to the author.</summary>
    public string? Note { get; init; }
    /// <summary>Hidden passages as <c>start,length;…</c> in the version's body.</summary>
    public string? Redactions { get; init; }
    public string? ModeratorId { get; init; }
    public DateTime DecidedUtc { get; init; }
}

/// <summary>Something that happened to a submission, in order, with what the transparency log's entry about it commits to. Says nothing of its content.</summary>
public sealed class SubmissionEvent
{
    public long Id { get; init; }
    public required string SubmissionId { get; init; }
    public required string Kind { get; init; }
    public int Version { get; init; }
    public DateTime AtUtc { get; init; }
    /// <summary>The entry in the log.</summary>
    public Digest Leaf { get; init; }
    /// <summary>Opens the entry, together with <see cref="Opening"/>; null once it is erased.</summary>
    public byte[]? Salt { get; set; }
    /// <summary>The event's canonical bytes, verbatim (<see cref="SubmissionHistory"/>); null once they are erased.</summary>
    public byte[]? Opening { get; set; }
}

/// <summary>Where an author wants to be told. Apart from the submission, encrypted, deleted when nothing more is to be told.</summary>
public sealed class SubmissionContact
{
    public required string SubmissionId { get; init; }
    public required string ProtectedAddress { get; init; }
}
