namespace Portal.CaseStudies.Models;

/// <summary>What a case study cost, in bands wide enough to compare places.</summary>
public static class CostBands
{
    public static IReadOnlyList<string> All { get; } = ["under-5000", "5000-25000", "25000-100000", "over-100000", "unknown"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? band) => band switch
    {
        "under-5000" => "Under 5,000 €",
        "5000-25000" => "5,000 to 25,000 €",
        "25000-100000" => "25,000 to 100,000 €",
        "over-100000" => "Over 100,000 €",
        _ => "Cost not known",
    };
}

/// <summary>How far the evidence carries, from the weakest to the strongest.</summary>
public static class EvidenceStrengths
{
    public static IReadOnlyList<string> All { get; } = ["anecdotal", "reported", "measured", "evaluated"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? strength) => strength switch
    {
        "anecdotal" => "Single accounts",
        "reported" => "Reported by those who did it",
        "measured" => "Measured before and after",
        "evaluated" => "Evaluated independently",
        _ => "Evidence not stated",
    };
}

/// <summary>The steps of a results chain.</summary>
public static class ResultLevels
{
    public static IReadOnlyList<string> All { get; } = ["output", "outcome", "impact"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? level) => level switch
    {
        "outcome" => "Outcome",
        "impact" => "Impact",
        _ => "Output",
    };
}
