namespace Portal.Moderation.Models;

/// <summary>Something a moderator may want to know about how a comment came in. It decides nothing.</summary>
public sealed class SubmissionLabel
{
    public required string SubmissionId { get; init; }
    /// <summary>One of <see cref="Labels"/>.</summary>
    public required string Label { get; init; }
    /// <summary>For <see cref="Labels.Duplicate"/> and <see cref="Labels.Similar"/>: the earlier submission.</summary>
    public string? OtherId { get; init; }
}

/// <summary>What submissions are labelled with.</summary>
public static class Labels
{
    public const string Duplicate = "duplicate", Similar = "similar", Links = "links", Fast = "fast", Trap = "trap";

    /// <returns>English message id.</returns>
    public static string NameOf(string label) => label switch
    {
        Duplicate => "The same text was sent before",
        Similar => "A similar text was sent before",
        Links => "Many links",
        Fast => "Sent very quickly",
        _ => "A field for machines was filled in",
    };
}

/// <summary>A trace of a text by which nearly equal ones are found: the text cannot be read from it. Erased with the text.</summary>
public sealed class SubmissionFingerprint
{
    public required string SubmissionId { get; init; }
    public required string ConsultationSet { get; init; }
    /// <summary>0 = the whole text; from 1 on the bands of its shingles' smallest hashes.</summary>
    public int Band { get; init; }
    public long Hash { get; init; }
}
