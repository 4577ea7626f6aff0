using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Consultations.Import;

/// <summary>Gets Word files ready for pandoc, which leaves out the numbers that Word counts for headings, and those of articles and of paragraphs such as 2.1: they are what people cite.</summary>
/// <remarks>Numbering as in ECMA-376, part 1, 17.9. Numbers become words of their paragraph; plain lists stay lists, which pandoc numbers itself.</remarks>
public static partial class WordDocument
{
    const string Content = "word/document.xml", Styles = "word/styles.xml", Numbering = "word/numbering.xml";
    const long LargestContent = 40L * 1024 * 1024;
    const int Levels = 9;

    static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <param name="path">A .docx file; written over where it has such numbers.</param>
    /// <exception cref="XmlException">A part of it is no XML, or holds a document type.</exception>
    public static void Prepare(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        if (archive.GetEntry(Content) is not { } entry || archive.GetEntry(Numbering) is not { } numbering) return;
        var document = Load(entry);
        var styles = archive.GetEntry(Styles) is { } named ? new WordStyles(Load(named)) : new WordStyles(new XDocument(new XElement(W + "styles")));
        var counted = new WordNumbers(Load(numbering));
        var isChanged = false;
        foreach (var paragraph in document.Descendants(W + "p").ToList())
        {
            if (styles.NumberOf(paragraph, counted) is not { } place || counted.Next(place) is not { } label) continue;
            if (!styles.IsHeading(paragraph) && !label.IsMoreThanACount) continue;
            Write(paragraph, label.Text);
            isChanged = true;
        }

        if (!isChanged) return;
        entry.Delete();
        using var written = archive.CreateEntry(Content).Open();
        document.Save(written, SaveOptions.DisableFormatting);
    }

    static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestContent, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The number becomes the paragraph's first words, and nothing counts it any more: list 0 is none.</summary>
    static void Write(XElement paragraph, string label)
    {
        if (paragraph.Element(W + "pPr") is not { } properties) paragraph.AddFirst(properties = new XElement(W + "pPr"));
        properties.Element(W + "numPr")?.Remove();
        var none = new XElement(W + "numPr", new XElement(W + "ilvl", new XAttribute(W + "val", "0")), new XElement(W + "numId", new XAttribute(W + "val", "0")));
        if (properties.Element(W + "pStyle") is { } style) style.AddAfterSelf(none);
        else properties.AddFirst(none);
        properties.AddAfterSelf(new XElement(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), label + " ")));
    }

    /// <param name="List">Id of the list.</param>
    /// <param name="Level">0-based.</param>
    sealed record Place(string List, int Level);

    /// <param name="IsMoreThanACount">It holds words, such as "Article", or the numbers of the levels above: no list of Markdown could say it.</param>
    sealed record Label(string Text, bool IsMoreThanACount);

    /// <summary>What styles say about paragraphs.</summary>
    sealed class WordStyles(XDocument styles)
    {
        const int Deepest = 20;

        readonly Dictionary<string, XElement> byId = styles.Descendants(W + "style").Where(s => s.Attribute(W + "styleId") is not null).GroupBy(s => s.Attribute(W + "styleId")!.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

        public bool IsHeading(XElement paragraph) => Chain(paragraph).Any(s => Value(s.Element(W + "name"))?.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) == true);

        /// <returns>The list that counts the paragraph, by itself or by its style; null = none.</returns>
        public Place? NumberOf(XElement paragraph, WordNumbers numbers)
        {
            if (paragraph.Element(W + "pPr")?.Element(W + "numPr") is { } own && Value(own.Element(W + "numId")) is { } list) return list == "0" ? null : new(list, Level(own) ?? 0);
            foreach (var style in Chain(paragraph))
            {
                if (style.Element(W + "pPr")?.Element(W + "numPr") is not { } numPr || Value(numPr.Element(W + "numId")) is not { } id) continue;
                return id == "0" ? null : new(id, Level(numPr) ?? numbers.LevelOfStyle(id, style.Attribute(W + "styleId")!.Value));
            }

            return null;
        }

        IEnumerable<XElement> Chain(XElement paragraph)
        {
            var id = Value(paragraph.Element(W + "pPr")?.Element(W + "pStyle"));
            // A circle of styles is not followed for ever.
            for (var step = 0; step < Deepest && id is not null && byId.TryGetValue(id, out var style); step++)
            {
                yield return style;
                id = Value(style.Element(W + "basedOn"));
            }
        }

        static int? Level(XElement numPr) => int.TryParse(Value(numPr.Element(W + "ilvl")), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < Levels ? level : null;
    }

    /// <summary>The lists of a document, counted along.</summary>
    sealed partial class WordNumbers(XDocument numbering)
    {
        readonly Dictionary<string, XElement> lists = ById(numbering, "num", "numId"), kinds = ById(numbering, "abstractNum", "abstractNumId");
        readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);

        /// <returns>The level of a list that belongs to a style.</returns>
        public int LevelOfStyle(string list, string style) =>
            Kind(list)?.Elements(W + "lvl").Where(l => Value(l.Element(W + "pStyle")) == style).Select(l => (int?)l.Attribute(W + "ilvl")).FirstOrDefault() ?? 0;

        /// <summary>Counts on.</summary>
        /// <returns>What Word writes before the paragraph; null where it is a bullet or nothing.</returns>
        public Label? Next(Place place)
        {
            if (Kind(place.List) is not { } kind) return null;
            var counted = counters.TryGetValue(kind.Attribute(W + "abstractNumId")!.Value, out var known) ? known : counters[kind.Attribute(W + "abstractNumId")!.Value] = new int?[Levels];
            counted[place.Level] = counted[place.Level] + 1 ?? Start(place.List, kind, place.Level);
            for (var deeper = place.Level + 1; deeper < Levels; deeper++) counted[deeper] = null;

            if (LevelOf(place.List, kind, place.Level) is not { } level || Format(level) is "bullet" or "none" || Value(level.Element(W + "lvlText")) is not { Length: > 0 } text) return null;
            var isLegal = level.Element(W + "isLgl") is not null;
            var label = Hole().Replace(text, hole =>
            {
                var of = hole.Groups["level"].Value[0] - '1';
                var number = counted[of] ??= Start(place.List, kind, of);
                return Written(number, isLegal && of != place.Level ? "decimal" : Format(LevelOf(place.List, kind, of)));
            });
            return new(label.Trim(), Hole().Count(text) > 1 || Hole().Replace(text, "").Any(char.IsLetter));
        }

        XElement? Kind(string list)
        {
            var id = Value(lists.GetValueOrDefault(list)?.Element(W + "abstractNumId"));
            if (id is null || !kinds.TryGetValue(id, out var kind)) return null;
            // A list that only names a style of lists: its levels stand with the kind that defines the style.
            return Value(kind.Element(W + "numStyleLink")) is { } style ? kinds.Values.FirstOrDefault(k => Value(k.Element(W + "styleLink")) == style) ?? kind : kind;
        }

        XElement? Override(string list, int level) => lists.GetValueOrDefault(list)?.Elements(W + "lvlOverride").FirstOrDefault(o => (int?)o.Attribute(W + "ilvl") == level);

        XElement? LevelOf(string list, XElement kind, int level) => Override(list, level)?.Element(W + "lvl") ?? kind.Elements(W + "lvl").FirstOrDefault(l => (int?)l.Attribute(W + "ilvl") == level);

        int Start(string list, XElement kind, int level) =>
            int.TryParse(Value(Override(list, level)?.Element(W + "startOverride")) ?? Value(LevelOf(list, kind, level)?.Element(W + "start")), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;

        static string Format(XElement? level) => Value(level?.Element(W + "numFmt")) ?? "decimal";

        static Dictionary<string, XElement> ById(XDocument numbering, string name, string id) =>
            numbering.Descendants(W + name).Where(e => e.Attribute(W + id) is not null).GroupBy(e => e.Attribute(W + id)!.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

        [GeneratedRegex("%(?<level>[1-9])", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Hole();
    }

    static string? Value(XElement? element) => element?.Attribute(W + "val")?.Value;

    /// <param name="format">Of ECMA-376, 17.18.59; what is not known here is written in figures.</param>
    static string Written(int number, string format) => format switch
    {
        "upperRoman" => Counting.Roman(number),
        "lowerRoman" => Counting.Roman(number).ToLowerInvariant(),
        "upperLetter" => Counting.Letters(number),
        "lowerLetter" => Counting.Letters(number).ToLowerInvariant(),
        "russianUpper" => Counting.Letters(number, Counting.Cyrillic),
        "russianLower" => Counting.Letters(number, Counting.Cyrillic).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
