namespace Portal.Publications.Models;

/// <summary>The kinds of publications, in the order in which filters show them.</summary>
public static class AnalysisKinds
{
    public static IReadOnlyList<string> All { get; } = ["policy-analysis", "policy-brief", "monitoring-finding", "study", "press-release", "written-submission"];

    /// <returns>English message id of what one of them is called.</returns>
    public static string NameOf(string? kind) => kind switch
    {
        "policy-analysis" => "Policy analysis",
        "policy-brief" => "Policy brief",
        "monitoring-finding" => "Monitoring finding",
        "study" => "Study",
        "press-release" => "Press release",
        "written-submission" => "Written submission",
        _ => "Publication",
    };
}
