namespace Portal.Users.Sessions;

/// <summary>What a browser is, as roughly as a person recognises it: "Firefox, Android". Versions and models would tell devices apart that nobody needs told apart.</summary>
public static class ClientKind
{
    public const string Unknown = "";

    // The first that the header names: browsers name those they descend from as well.
    static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Names that need no translation, or <see cref="Unknown"/>.</returns>
    public static string Of(string? userAgent) => string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>());

    static string? Find((string Sign, string Name)[] known, string? userAgent) => Array.Find(known, k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Name;
}
