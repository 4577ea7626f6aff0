using Portal.Moderation;

namespace Portal.Questionnaires;

/// <summary>The text that everyone agrees to who answers a questionnaire. Its version is stored with the answers: change the text, change the version.</summary>
public static class ResponseConsent
{
    public const string Version = "questionnaire-2026-1";

    /// <summary>English message id of the text of <see cref="Version"/>.</summary>
    public const string Text = "I agree that my answers are counted, that moderators read what I wrote in my own words, and that it is published where the question says so.";

    /// <summary>Every text that a questionnaire has asked for.</summary>
    public static readonly IReadOnlyList<ConsentText> Texts = [new(Version, "For answers to questionnaires", new(2026, 1, 1), Text)];
}
