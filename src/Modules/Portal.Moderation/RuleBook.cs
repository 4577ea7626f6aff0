namespace Portal.Moderation;

/// <summary>What moderators keep to, in short: it stands beside every decision. The long form is a page of the site.</summary>
public static class RuleBook
{
    /// <summary>English message ids.</summary>
    public static readonly IReadOnlyList<string> Rules =
    [
        "Decide about the text, never about who wrote it, in which language or for which side.",
        "When in doubt, publish. Sharp, clumsy or unpopular is not a reason.",
        "Ask what the text could do to somebody: would it put a person or a group in danger where they live? Then hide as little as is enough.",
        "Hide a name or an address rather than the whole comment.",
        "The same rule for every community. Ask yourself whether you would decide alike if the sides were exchanged.",
        "Place names may be written in any language. How a community calls a place or itself is not for us to correct.",
        "If the text touches you, or you know the people in it, leave it to somebody else.",
        "If somebody may be in danger now, leave it to an administrator at once and say so in the note.",
        "Give the reason in words that the author can understand, and in their language.",
    ];
}
