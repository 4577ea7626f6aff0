using System.Security.Cryptography;
using System.Text;
using Portal.Cms;
using Portal.Cms.Localization;

namespace Portal.Translations.Exchange;

/// <summary>What a file would change.</summary>
/// <param name="Where">What the change belongs to, for people: a title, a field.</param>
/// <param name="Href">Where it can be looked at; null = nowhere.</param>
public sealed record PoChange(string Key, string Where, string Source, string Before, string After, string? Href = null);

/// <summary>What of a file is left out.</summary>
/// <param name="Why">English message id.</param>
public sealed record PoRefusal(string Where, string Why, params object[] Args);

/// <summary>A file of translations that was read and not taken over yet.</summary>
/// <param name="From">The language of the sources; null for texts of the interface, which are English.</param>
public sealed record PoImport(Culture Culture, Culture? From, IReadOnlyList<PoChange> Changes, IReadOnlyList<PoRefusal> Refused)
{
    /// <summary>Name for exactly these changes: what is taken over is what was looked at.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Changes.SelectMany(c => new[] { c.Key, c.Before, c.After })))));
}

/// <summary>Reads files that somebody uploaded.</summary>
public static class PoUpload
{
    /// <summary>The most that a file may have, in bytes and in messages.</summary>
    public const int LargestFile = 2 * 1024 * 1024, MostMessages = 20_000;

    /// <summary>Answered where what is taken over is not what was looked at.</summary>
    public static readonly Problem ChangedMeanwhile = Problem.Conflict("Something was changed meanwhile. Look at what the file changes now.");

    /// <returns>The file, or a problem that names the line.</returns>
    public static Result<PoFile> Parse(string text, Culture culture)
    {
        if (Encoding.UTF8.GetByteCount(text) > LargestFile) return TooLarge;
        try
        {
            var file = PoParser.Parse(new StringReader(text), "file", culture);
            if (file.Entries.Count > MostMessages) return Problem.Invalid("file", "A file may have {0} texts at most.", MostMessages);
            return file.Entries.Count == 0 && file.Header.Count == 0 ? Problem.Invalid("file", "This is no file of translations: there is nothing in it.") : file;
        }
        catch (PoException wrong)
        {
            return Problem.Invalid("file", "Line {0} cannot be read: {1}. Nothing was taken over.", wrong.Line, wrong.Problem);
        }
    }

    public static Problem TooLarge => Problem.Invalid("file", "A file may have {0} MB at most.", LargestFile / 1024 / 1024);

    /// <returns>The culture that the header names.</returns>
    public static Culture? CultureIn(string text, string field)
    {
        var at = text.IndexOf(field + ":", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = text.AsSpan(at + field.Length + 1).TrimStart();
        var end = value.IndexOfAny("\\\"\n\r ");
        return Culture.TryFrom((end < 0 ? value : value[..end]).ToString().Replace('_', '-'), out var culture) ? culture : null;
    }
}
