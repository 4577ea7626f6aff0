namespace Portal.CaseStudies.Models;

/// <summary>What a case study cost, in bands wide enough to compare places.</summary>
public static class CostBands
{
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> All { get; } = ["under-5000", "5000-25000", "25000-100000", "over-100000", Unknown];

    public static bool IsKnown(string band) => band != Unknown && All.Contains(band, StringComparer.Ordinal);

    /// <returns>English message id.</returns>
    public static string NameOf(string? band) => band switch
    {
        "under-5000" => "Under 5,000 €",
        "5000-25000" => "5,000 to 25,000 €",
        "25000-100000" => "25,000 to 100,000 €",
        "over-100000" => "Over 100,000 €",
        _ => "Cost not known",
    };

    /// <returns>Whether an amount in euro lies in a band; always, where the band is not known.</returns>
    public static bool Fits(string? band, decimal amount) => band switch
    {
        "under-5000" => amount < 5_000,
        "5000-25000" => amount is >= 5_000 and <= 25_000,
        "25000-100000" => amount is >= 25_000 and <= 100_000,
        "over-100000" => amount > 100_000,
        _ => true,
    };
}
