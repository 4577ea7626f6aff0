namespace Portal.CaseStudies.Models;

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
