namespace Portal.Moderation.Models;

/// <summary>Why an administrator erases what somebody wrote. Recorded by its key: words of one's own could repeat what is to be gone.</summary>
public static class ErasureReasons
{
    /// <summary>Keys with the English message id that administrators see.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["author-asked"] = "Its author asked for it and has lost the receipt",
        ["endangers-somebody"] = "It endangers somebody",
        ["data-of-others"] = "It holds personal data of other people, who asked for it",
        ["court-or-authority"] = "A court or the data-protection authority has ordered it",
    };
}
