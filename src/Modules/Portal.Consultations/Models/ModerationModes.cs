namespace Portal.Consultations.Models;

/// <summary>When a comment becomes public.</summary>
public static class ModerationModes
{
    public static IReadOnlyList<string> All { get; } = ["pre", "post"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? key) => key switch
    {
        "post" => "Published at once, moderated afterwards",
        _ => "Published after a moderator has decided",
    };
}
