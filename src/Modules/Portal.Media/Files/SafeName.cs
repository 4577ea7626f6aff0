using Portal.Cms.Localization;

namespace Portal.Media.Files;

/// <summary>Names of files as people choose them, and what becomes of them in an address.</summary>
public static class SafeName
{
    const int LongestTitle = 120, LongestStem = 60;

    /// <summary>What is shown: without path and control characters.</summary>
    public static string Title(string? given)
    {
        var stem = Path.GetFileNameWithoutExtension((given ?? "").Replace('\\', '/').Split('/')[^1]);
        var plain = string.Concat(stem.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format and not System.Globalization.UnicodeCategory.Surrogate)).Replace('_', ' ').Trim(' ', '.');
        return plain.Length == 0 ? "file" : plain.Length <= LongestTitle ? plain : plain[..LongestTitle].TrimEnd();
    }

    /// <summary>The last part of the address: ASCII, with the ending of what the file really is.</summary>
    public static string Address(string title, MediaKind kind, int number)
    {
        var stem = Slug.From(title);
        if (stem.Length > LongestStem) stem = stem[..LongestStem].TrimEnd('-');
        return number == 1 ? stem + kind.Extension : $"{stem}-{number}{kind.Extension}";
    }

    /// <summary>Texts in one form of letters, so that a file is found in either script and without marks.</summary>
    public static string Words(params IEnumerable<string?> texts) =>
        string.Join(' ', texts.OfType<string>().SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(Slug.From).Distinct(StringComparer.Ordinal));
}
