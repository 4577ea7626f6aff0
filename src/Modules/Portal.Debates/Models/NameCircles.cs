namespace Portal.Debates.Models;

/// <summary>Who may see names under the Chatham House rule; the public never does.</summary>
public static class NameCircles
{
    public static IReadOnlyList<string> All { get; } = ["organisers", "participants"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? key) => key switch
    {
        "participants" => "The participants",
        _ => "The organisers",
    };
}
