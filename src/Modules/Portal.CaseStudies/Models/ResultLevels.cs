namespace Portal.CaseStudies.Models;

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

    /// <returns>English message id of what the word means.</returns>
    public static string ExplanationOf(string? level) => level switch
    {
        "outcome" => "what changed for people",
        "impact" => "what it means in the long run",
        _ => "what was made or done",
    };
}
