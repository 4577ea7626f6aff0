namespace Portal.Users.Models;

/// <summary>What an API token may be used for, within what its user may do.</summary>
public static class ApiScopes
{
    /// <summary>Read the moderation queue and decide.</summary>
    public const string Moderation = "moderation";
    /// <summary>Hand in submissions without a ticket.</summary>
    public const string Submissions = "submissions";
    /// <summary>Read and write content.</summary>
    public const string Content = "content";

    public static IReadOnlyList<string> All { get; } = [Moderation, Submissions, Content];

    /// <returns>English message id of what the scope allows, or null where nobody knows it.</returns>
    public static string? NameOf(string scope) => scope switch
    {
        Moderation => "Read the moderation queue and decide",
        Submissions => "Hand in submissions",
        Content => "Read and write content",
        _ => null,
    };
}
