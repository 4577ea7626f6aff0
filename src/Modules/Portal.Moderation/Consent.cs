using Portal.Consultations.Api;

namespace Portal.Moderation;

/// <summary>The text that everyone who takes part agrees to. Its version is stored with the submission: change the text, add a version.</summary>
public sealed class Consent : IConsentVersion
{
    public const string Version = "2026-1";

    /// <summary>English message id of the text of <see cref="Version"/>.</summary>
    public const string Text = "I agree that my comment is read by moderators and published with the name I gave, if any.";

    /// <summary>Every text that somebody may have agreed to, the newest first: version and English message id. None is ever taken away.</summary>
    public static readonly IReadOnlyList<(string Version, string Text)> All = [(Version, Text)];

    public string Current => Version;

    /// <returns>The text of a version, in English; null where there is none.</returns>
    public static string? TextOf(string version) => All.FirstOrDefault(c => c.Version == version).Text;
}
