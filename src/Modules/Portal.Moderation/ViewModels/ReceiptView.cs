using Portal.Moderation.Models;

namespace Portal.Moderation.ViewModels;

/// <summary>What the holder of a receipt is told.</summary>
/// <param name="Code">The receipt as written.</param>
/// <param name="Reason">The public reason, for what was declined or redacted.</param>
/// <param name="Note">The moderator's words to the author.</param>
/// <param name="Sent">Only when it was received just now: the form that it was written in, whose text a browser need keep no longer.</param>
public sealed record ReceiptView(
    string Code, SubmissionState State, DateTime ReceivedUtc, DateTime ChangedUtc, string Zone, string ConsultationTitle, string ConsultationHref, string? SectionHeading, DateTime ClosesUtc,
    Reason? Reason, string? Note, string? Sent)
{
    /// <summary>Entries of the transparency log; empty on the receipt itself, which comes before they are there.</summary>
    public IReadOnlyList<long> LogEntries { get; init; } = [];

    /// <summary>When what the public does not see is erased.</summary>
    public DateTime KeptUntilUtc { get; init; }

    /// <summary>The page is the receipt itself, not an answer about it.</summary>
    public bool IsNew => Sent is not null;
}

/// <summary>The page that asks for a receipt.</summary>
public sealed record ReceiptQuestion(string? Typed);
