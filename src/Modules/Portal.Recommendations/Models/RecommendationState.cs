namespace Portal.Recommendations.Models;

/// <summary>A published recommendation as lists and counts need it: one narrow row per set, read whole in one scan. Where it stands is the sum of its events.</summary>
public sealed class RecommendationState
{
    public required string LocalizationSet { get; init; }
    public InstitutionStatus Status { get; set; }
    public Verdict Verdict { get; set; }
    /// <summary>The day on which it came to this status.</summary>
    public DateOnly StatusDay { get; set; }
    public DateOnly Issued { get; set; }
    public DateOnly? Due { get; set; }
    /// <summary>Whoever asks.</summary>
    public string? OrganisationSet { get; set; }
    public string? SourceSet { get; set; }
    public IReadOnlyList<string> Addressees { get; set; } = [];
    public IReadOnlyList<string> Themes { get; set; } = [];
    public IReadOnlyList<string> Municipalities { get; set; } = [];
    /// <summary>Codes of the cultures in which it is published; empty while it is not.</summary>
    public IReadOnlyList<string> Cultures { get; set; } = [];
    /// <summary>Number of the last event. Of two that are written at once the second is refused.</summary>
    public int LastEvent { get; set; }
    /// <summary>The day of the last event; the next cannot be earlier.</summary>
    public DateOnly? LastDay { get; set; }

    public void Take(RecommendationEvent next)
    {
        (LastEvent, LastDay) = (next.Number, next.Day);
        if (next.Kind == RecommendationEvent.VerdictKind && StatusWords.TryVerdict(next.Value, out var verdict)) Verdict = verdict;
        if (next.Kind == RecommendationEvent.StatusKind && StatusWords.TryStatus(next.Value, out var status) && status != Status) (Status, StatusDay) = (status, next.Day);
    }
}
