using System.Globalization;

namespace Portal.Moderation.Attachments;

/// <summary>Names of files as people chose them, made fit to be shown and saved.</summary>
public static class FileName
{
    const int Longest = 80;

    /// <summary>Without path, control and direction characters, and what systems do not allow in names.</summary>
    public static string Of(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize();
        var plain = string.Concat(last.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        if (plain.Length == 0) return "file";
        if (plain.Length <= Longest) return plain;
        var ending = Path.GetExtension(plain) is { Length: <= 6 } known ? known : "";
        return plain[..(Longest - ending.Length)] + ending;
    }

    /// <returns>The name with the ending of the file's real kind.</returns>
    public static string With(string name, string extension) => (Path.GetFileNameWithoutExtension(name) is { Length: > 0 } stem ? stem : "file") + extension;
}
