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
}
