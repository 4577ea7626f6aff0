using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Portal.Moderation.Attachments;

/// <summary>Looks into office documents for what no cleaning takes out: pictures, templates and fields that a program fetches from elsewhere when the document is opened. Whoever sent it would learn from where, and when, a moderator reads it.</summary>
public static partial class FileContents
{
    /// <summary>Characters of one member that are looked through.</summary>
    const long LongestMember = 50_000_000;

    /// <summary>Links that people follow themselves are no danger.</summary>
    const string Link = "/hyperlink";

    /// <returns>Whether a program that opens it asks another place for something; false for kinds that are made anew altogether.</returns>
    public static bool LoadsFromElsewhere(byte[] bytes, FileKind kind)
    {
        if (kind != FileKind.Docx && kind != FileKind.Odt) return false;
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return package.Entries.Any(e => kind == FileKind.Docx ? Word(e) : e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Any(e, IsFetchedByOpenDocument));
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            // What cannot be read cannot be cleaned either: that is said elsewhere.
            return false;
        }
    }

    static bool Word(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? Any(entry, IsFetchedByWord) : entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && Any(entry, IsFetchingField);

    /// <summary>ECMA-376 part 2, 6.5.3: a relationship to something outside the package.</summary>
    static bool IsFetchedByWord(XmlReader at) =>
        at.LocalName == "Relationship" && string.Equals(at.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) && at.GetAttribute("Type")?.EndsWith(Link, StringComparison.Ordinal) != true;

    /// <summary>ECMA-376 part 1, 17.16: fields whose result another place gives.</summary>
    static bool IsFetchingField(XmlReader at) => at.LocalName switch
    {
        "instrText" or "delInstrText" => FetchingField().IsMatch(at.ReadElementContentAsString()),
        "fldSimple" => FetchingField().IsMatch(at.GetAttribute("instr", at.NamespaceURI) ?? ""),
        _ => false,
    };

    /// <summary>OpenDocument 1.3 part 3, 19.917: pictures, objects and sections that stand elsewhere; a plain text:a only leads there.</summary>
    static bool IsFetchedByOpenDocument(XmlReader at) =>
        at.LocalName != "a" && at.GetAttribute("href", "http://www.w3.org/1999/xlink") is { } target && (target.StartsWith("//", StringComparison.Ordinal) || target.StartsWith(@"\\", StringComparison.Ordinal) || Scheme().IsMatch(target));

    static bool Any(ZipArchiveEntry entry, Func<XmlReader, bool> isSo)
    {
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestMember });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && isSo(reader)) return true;
        }

        return false;
    }

    [GeneratedRegex(@"^\s*(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DDE|DDEAUTO|LINK|RD|DATABASE)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FetchingField();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scheme();
}
