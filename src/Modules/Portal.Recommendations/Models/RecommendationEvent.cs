using Portal.Cms.Data;

namespace Portal.Recommendations.Models;

/// <summary>Something that the institution or the organisation said about a recommendation. Only ever added: a mistake is put right by a later event.</summary>
public sealed class RecommendationEvent : IAppendOnly
{
    public const string StatusKind = "status", VerdictKind = "verdict";

    public required string LocalizationSet { get; init; }
    /// <summary>1 for the first event of a recommendation.</summary>
    public int Number { get; init; }
    /// <summary>Unique wherever it came from: an import that repeats it is recognised by it.</summary>
    public required string Id { get; init; }
    /// <summary><see cref="StatusKind"/> or <see cref="VerdictKind"/>.</summary>
    public required string Kind { get; init; }
    /// <summary>Key of the status or verdict, as <see cref="StatusWords"/> spells it.</summary>
    public required string Value { get; init; }
    /// <summary>The day on which it was said.</summary>
    public DateOnly Day { get; init; }
    /// <summary>The organisation that says so.</summary>
    public required string SaidBySet { get; init; }
    /// <summary>In its own words, plain text; empty where it only set the status.</summary>
    public string Statement { get; init; } = "";
    /// <summary>Culture code of the statement.</summary>
    public string StatementCulture { get; init; } = "";
    /// <summary>Where it can be checked: an address of the web, or a path of this portal; empty where nothing was given.</summary>
    public string EvidenceUrl { get; init; } = "";
    public string EvidenceText { get; init; } = "";
    public DateTime RecordedUtc { get; init; }
    /// <summary>User id of whoever entered it; null for what came with a recipe.</summary>
    public string? RecordedById { get; init; }
}
