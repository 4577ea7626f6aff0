using Portal.Consultations.Api;

namespace Portal.Moderation;

/// <param name="Since">The day from which on it was asked for.</param>
/// <param name="Text">English message id.</param>
public sealed record ConsentText(string Version, DateOnly Since, string Text);

/// <summary>The text that everyone who takes part agrees to. Its version is stored with the submission: change the text, add a version, and keep the old ones.</summary>
public sealed class Consent : IConsentVersion
{
    public const string Version = "2026-2";

    /// <summary>English message id of the text of <see cref="Version"/>.</summary>
    public const string Text = "I agree that my comment and its files are read by moderators and published with the name I gave, if any. What else I say about myself is counted in groups only and never published beside my comment.";

    /// <summary>Version of the text that forms on paper ask for, and that is read out at meetings.</summary>
    public const string Offline = "offline-2026-1";

    /// <summary>English message id of the text of <see cref="Offline"/>.</summary>
    public const string OfflineText = "I agree that what I wrote or said is entered into the portal, read by moderators and published with the name I gave, if any. What else I say about myself is counted in groups only and never published beside it. The scanned form is not published.";

    /// <summary>English message id of the text of the version 2026-1.</summary>
    const string First = "I agree that my comment is read by moderators and published with the name I gave, if any.";

    /// <summary>Every text that somebody may have agreed to, the newest first.</summary>
    public static readonly IReadOnlyList<ConsentText> All = [new(Version, new(2026, 11, 25), Text), new(Offline, new(2026, 11, 26), OfflineText), new("2026-1", new(2026, 1, 1), First)];

    public string Current => Version;

    /// <returns>The text of a version, in English; null where there is none.</returns>
    public static string? TextOf(string version) => All.FirstOrDefault(c => c.Version == version)?.Text;
}
