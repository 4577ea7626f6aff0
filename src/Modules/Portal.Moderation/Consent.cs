using Portal.Consultations.Api;

namespace Portal.Moderation;

/// <summary>A text that people agree to.</summary>
/// <param name="Version">Stored with everything that somebody sends.</param>
/// <param name="Name">English message id: where it is asked for.</param>
/// <param name="Since">The day from which on it was asked for.</param>
/// <param name="Text">English message id.</param>
public sealed record ConsentText(string Version, string Name, DateOnly Since, string Text);

/// <summary>Every text that somebody may have agreed to, those of other modules too.</summary>
public sealed class ConsentTexts(IEnumerable<ConsentText> known)
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<ConsentText> All { get; } = [.. known.OrderByDescending(t => t.Since).ThenBy(t => t.Version, StringComparer.Ordinal)];

    /// <returns>Null where there is no such version.</returns>
    public ConsentText? Find(string version) => All.FirstOrDefault(t => t.Version == version);
}

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

    /// <summary>Every text that comments and paper forms have asked for.</summary>
    public static readonly IReadOnlyList<ConsentText> Texts =
        [new(Version, "For comments", new(2026, 11, 25), Text), new(Offline, "On paper and at meetings", new(2026, 11, 26), OfflineText), new("2026-1", "For comments, the first text", new(2026, 1, 1), First)];

    public string Current => Version;
}
