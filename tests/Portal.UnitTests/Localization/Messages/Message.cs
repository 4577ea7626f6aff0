namespace Portal.UnitTests.Localization.Messages;

/// <summary>An English text that the sources show to people through the localizer.</summary>
/// <param name="Context">What it is looked up in first, where the source says so.</param>
/// <param name="Line">1-based.</param>
sealed record Message(string Id, string? PluralId, string? Context, int Line);
