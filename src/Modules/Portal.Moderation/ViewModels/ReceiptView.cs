using Portal.Moderation.Models;

namespace Portal.Moderation.ViewModels;

/// <summary>What the holder of a receipt is told.</summary>
/// <param name="Code">The receipt as written.</param>
/// <param name="Reason">English message id of the public reason, for what was declined or redacted.</param>
/// <param name="Note">The moderator's words to the author.</param>
/// <param name="IsNew">It was received just now: the page is the receipt itself.</param>
public sealed record ReceiptView(
    string Code, SubmissionState State, DateTime ReceivedUtc, DateTime ChangedUtc, string Zone, string ConsultationTitle, string ConsultationHref, string? SectionHeading, DateTime ClosesUtc,
    string? Reason, string? Note, bool IsNew);

/// <summary>The page that asks for a receipt.</summary>
public sealed record ReceiptQuestion(string? Typed);
