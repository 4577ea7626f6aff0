using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.ViewModels;

/// <summary>What the holder of a receipt is told.</summary>
/// <param name="Code">The receipt as written.</param>
/// <param name="Reason">The public reason, for what was declined or redacted.</param>
public sealed record ReceiptView(string Code, SubmissionStatus Status, string Zone, string ConsultationTitle, string ConsultationHref, SectionHeading? Section, DateTime ClosesUtc, Reason? Reason)
{
    /// <summary>Only when it was received just now: the form that it was written in, whose text a browser need keep no longer.</summary>
    public string? Sent { get; init; }

    /// <summary>What was just done with it, in the reader's language.</summary>
    public string? Said { get; init; }

    /// <summary>What the author wrote into the field for the appeal, when it was refused.</summary>
    public string? Words { get; init; }

    /// <summary>What other modules show of it.</summary>
    public IReadOnlyList<ReceiptPart> Parts { get; init; } = [];

    /// <summary>What its author has agreed to; null where the portal no longer knows the text.</summary>
    public ConsentText? Agreed { get; init; }

    /// <summary>When what the public does not see is erased; null where that is not known.</summary>
    public DateTime? KeptUntilUtc { get; init; }

    /// <summary>The page is the receipt itself, not an answer about it.</summary>
    public bool IsNew => Sent is not null;

    public SubmissionState State => Status.State;

    /// <summary>Entries of the transparency log; none on the receipt itself, which comes before they are there.</summary>
    public IReadOnlyList<long> LogEntries => Status.LogEntries;
}

/// <summary>The page that asks for a receipt.</summary>
public sealed record ReceiptQuestion(string? Typed);

/// <summary>The page on which an author writes another text.</summary>
/// <param name="Body">What they typed, or the text as it stands.</param>
public sealed record EditView(string Code, int Version, string Body, string ConsultationTitle, string? SectionHeading, int LongestBody);
