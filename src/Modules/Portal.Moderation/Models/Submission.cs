using Portal.Moderation.Erasure;
using Portal.TransparencyLog.Merkle;

namespace Portal.Moderation.Models;

/// <summary>What a citizen or an organisation says to a consultation. Holds no address, no account of a guest, nothing that links two submissions of one person.</summary>
public sealed partial class Submission
{
    public required string Id { get; init; }
    /// <summary>Localization set of the consultation: comments of all cultures stand together.</summary>
    public required string ConsultationSet { get; init; }
    /// <summary>The section commented on; null = the consultation as a whole.</summary>
    public string? SectionId { get; init; }
    /// <summary>Version of the consulted text that the author had before them; null where it is not known.</summary>
    public string? SectionVersionId { get; init; }
    /// <summary>Version of the questionnaire that it answers; null = a comment. The text of an answered questionnaire is what its author wrote in their own words, each answer below its question; there may be none.</summary>
    public int? QuestionnaireVersion { get; init; }

    /// <summary>It answers a questionnaire; otherwise it is a comment.</summary>
    public bool IsResponse => QuestionnaireVersion is not null;
    /// <summary>Culture code of the author's words.</summary>
    public required string Culture { get; init; }
    public SubmissionState State { get; private set; }
    /// <summary>What was settled before the question that is open now was put: to this an upheld decision, or a text that is kept, leads back.</summary>
    public SubmissionState? Was { get; private set; }
    public Appearance Appearance { get; private set; }
    /// <summary>Since when it waits for a moderator; null while it does not.</summary>
    public DateTime? WaitsSinceUtc { get; private set; }
    /// <summary>When its author appealed, which is possible once.</summary>
    public DateTime? AppealedUtc { get; private set; }
    /// <summary>Number of the author's newest text.</summary>
    public int CurrentVersion { get; private set; } = 1;
    /// <summary>0 until an appeal, a report or the moderators themselves put a new question about something settled.</summary>
    public int Round { get; private set; }
    /// <summary>The round whose decision is in force; null before the first decision.</summary>
    public int? DecidedRound { get; private set; }
    /// <summary>The submission that stands for this one too, while it is merged.</summary>
    public string? MergedIntoId { get; private set; }
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

    /// <summary>Whether the public sees the text, whole or in part.</summary>
    public bool IsPublic => Appearance == Appearance.Text;

    /// <returns>Where the step would lead, or null where it is not possible.</returns>
    public SubmissionState? Next(Step step) => step == Step.Appeal && AppealedUtc is not null ? null : ModerationTable.Next(State, step, Was);

    public bool IsErased(ErasureExtent extent) => ErasedUtc is not null && (extent == ErasureExtent.Private || !IsPublic);

    /// <summary>Says no longer who wrote it.</summary>
    public void Forget(DateTime nowUtc)
    {
        (DisplayName, OnBehalfOf, AuthorUserId) = (null, null, null);
        (ErasedUtc, Stamp) = (nowUtc, Guid.NewGuid());
    }

    /// <summary>Takes a step of the table.</summary>
    /// <param name="mergeInto">For <see cref="Step.Merge"/>: the submission that stands for this one from now on.</param>
    /// <exception cref="InvalidOperationException">The table has no such step from here.</exception>
    public void Take(Step step, DateTime nowUtc, string? mergeInto = null)
    {
        var next = Next(step) ?? throw new InvalidOperationException($"A submission that is {State} cannot {step}.");
        var isNewQuestion = ModerationTable.IsSettled(State) && !ModerationTable.IsSettled(next);
        if (isNewQuestion) (Round, Was) = (Round + 1, State);
        else if (ModerationTable.IsSettled(next)) Was = null;

        if (step == Step.Appeal) AppealedUtc = nowUtc;
        if (ModerationTable.DecidingSteps.Contains(step)) DecidedRound = Round;
        if (step == Step.Merge) MergedIntoId = mergeInto;
        else if (next != SubmissionState.Merged && ModerationTable.IsSettled(next)) MergedIntoId = null;
        WaitsSinceUtc = ModerationTable.Waiting.Contains(next) ? isNewQuestion ? nowUtc : WaitsSinceUtc ?? nowUtc : null;
        Appearance = ModerationTable.AppearanceAfter(step, next, Appearance);
        (State, ChangedUtc, Stamp) = (next, nowUtc, Guid.NewGuid());
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
    /// <summary>The wording of the reason that held then; 0 = as the portal brings it.</summary>
    public int ReasonVersion { get; init; }
    /// <summary>For a merger: the submission that stands for this one too.</summary>
    public string? MergedIntoId { get; init; }
    /// <summary>The moderator's words to the author.</summary>
    public string? Note { get; init; }
    /// <summary>Hidden passages as <c>start,length;…</c> in the version's body.</summary>
    public string? Redactions { get; init; }
    public string? ModeratorId { get; init; }
    /// <summary>Since when the submission had waited for this decision.</summary>
    public DateTime AskedUtc { get; init; }
    public DateTime DecidedUtc { get; init; }
    /// <summary>It answers the author's appeal.</summary>
    public bool IsAnswer { get; init; }
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
