using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Consultations.Import;

/// <summary>Gets OpenDocument files ready for pandoc, which leaves out the numbers of their headings, the heads of their tables and the lists within cells.</summary>
public static class OpenDocument
{
    const string Content = "content.xml", Styles = "styles.xml";
    const int Levels = 10;
    const long LargestContent = 40L * 1024 * 1024;
    static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";

    /// <param name="path">An .odt file; written over.</param>
    /// <exception cref="XmlException">Its content is no XML, or holds a document type.</exception>
    /// <exception cref="InvalidDataException">It has no content.</exception>
    public static void Prepare(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(Content) ?? throw new InvalidDataException("No content.xml.");
        var document = Load(entry);
        if (archive.GetEntry(Styles) is { } styles) NumberHeadings(document, Load(styles));
        foreach (var head in document.Descendants(Table + "table-header-rows").ToList()) head.ReplaceWith(head.Nodes());
        foreach (var list in document.Descendants(Table + "table-cell").SelectMany(c => c.Elements(Text + "list")).ToList()) list.ReplaceWith(Items(list));

        entry.Delete();
        using var written = archive.CreateEntry(Content).Open();
        document.Save(written, SaveOptions.DisableFormatting);
    }

    static IEnumerable<XElement> Items(XElement list) => list.Descendants(Text + "p").Select(paragraph => new XElement(paragraph.Name, paragraph.Attributes(), "• ", paragraph.Nodes()));

    static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestContent, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Writes the numbers of headings, which the outline style counts (OpenDocument 1.3, part 3, 16.33), as their first words.</summary>
    static void NumberHeadings(XDocument document, XDocument styles)
    {
        var levels = styles.Descendants(Text + "outline-level-style").Where(l => l.Attribute(Text + "level") is not null).GroupBy(l => (int)l.Attribute(Text + "level")!).ToDictionary(g => g.Key, g => g.First());
        var counted = new int?[Levels + 1];
        foreach (var heading in document.Descendants(Text + "h").ToList())
        {
            if ((int?)heading.Attribute(Text + "outline-level") is not (>= 1 and <= Levels and { } level) || !levels.TryGetValue(level, out var style)) continue;
            if ((string?)heading.Attribute(Text + "is-list-header") == "true") continue;
            counted[level] = (int?)heading.Attribute(Text + "start-value") ?? counted[level] + 1 ?? Start(style);
            for (var deeper = level + 1; deeper <= Levels; deeper++) counted[deeper] = null;
            if (Format(style).Length == 0) continue;

            var shown = Math.Clamp((int?)style.Attribute(Text + "display-levels") ?? 1, 1, level);
            var numbers = Enumerable.Range(level - shown + 1, shown).Where(levels.ContainsKey).Where(l => Format(levels[l]).Length > 0).Select(l => Written(counted[l] ??= Start(levels[l]), Format(levels[l])));
            heading.AddFirst($"{(string?)style.Attribute(Style + "num-prefix")}{string.Join('.', numbers)}{(string?)style.Attribute(Style + "num-suffix")}".Trim() + " ");
        }
    }

    static string Format(XElement style) => (string?)style.Attribute(Style + "num-format") ?? "";

    static int Start(XElement style) => (int?)style.Attribute(Text + "start-value") ?? 1;

    static string Written(int number, string format) => format switch
    {
        "I" => Counting.Roman(number),
        "i" => Counting.Roman(number).ToLowerInvariant(),
        "A" => Counting.Letters(number),
        "a" => Counting.Letters(number).ToLowerInvariant(),
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
