namespace Portal.Moderation.Models;

/// <summary>The public reasons that the portal brings, until an administrator words them anew.</summary>
public static class Reasons
{
    /// <summary>Key as the API spells it → English message id that readers see.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["off-topic"] = "It is not about this consultation",
        ["personal-data"] = "It contains personal data",
        ["names-a-person"] = "It names a private person",
        ["hate-speech"] = "It incites hatred",
        ["insult"] = "It insults somebody",
        ["spam"] = "It is advertising or a repetition",
        ["unlawful"] = "Publishing it would be unlawful",
    };

    /// <summary>Key → English message id of what the reason means, for readers and moderators.</summary>
    public static readonly IReadOnlyDictionary<string, string> Explanations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["off-topic"] = "The text has nothing to do with the consulted document or its subject. Disagreeing with the subject, or with holding the consultation, is not off topic.",
        ["personal-data"] = "The text contains an address, a telephone number, a number plate, health data or the like, of the author or of somebody else.",
        ["names-a-person"] = "The text names or clearly describes somebody who holds no public office. What office holders do in office may be named and criticised.",
        ["hate-speech"] = "The text calls for hatred or violence against people because of their ethnicity, language, religion, sex, orientation, disability or origin. Hard criticism of policies or institutions is not hatred.",
        ["insult"] = "The text degrades a person or a group instead of speaking about the subject.",
        ["spam"] = "The text advertises something, was sent many times over, or makes no sense in any language.",
        ["unlawful"] = "The text threatens somebody, reveals what a court or the law protects, or copies what may not be copied.",
    };

    /// <summary>Reported for one of these, a text is hidden until a moderator has read it: waiting could harm somebody.</summary>
    public static readonly IReadOnlySet<string> HidingAtOnce = new HashSet<string>(StringComparer.Ordinal) { "personal-data", "names-a-person" };
}
