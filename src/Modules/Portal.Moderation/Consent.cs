using Portal.Consultations.Api;

namespace Portal.Moderation;

/// <summary>The text that everyone who takes part agrees to. Its version is stored with the submission: change the text, change the version.</summary>
public sealed class Consent : IConsentVersion
{
    public const string Version = "2026-1";

    /// <summary>English message id of the text of <see cref="Version"/>.</summary>
    public const string Text = "I agree that my comment is read by moderators and published with the name I gave, if any.";

    public string Current => Version;
}
