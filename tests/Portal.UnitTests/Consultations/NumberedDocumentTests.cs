using System.IO.Compression;
using System.Xml.Linq;
using Portal.Consultations.Import;

namespace Portal.UnitTests.Consultations;

/// <summary>The numbers that word processors count become words, before a reader leaves them out.</summary>
public sealed class NumberedDocumentTests : IDisposable
{
    const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    const string Numbering = $"""
        <w:numbering xmlns:w="{W}">
          <w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading2"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
          </w:abstractNum>
          <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Члан %1."/></w:lvl></w:abstractNum>
          <w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
          <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
          <w:num w:numId="4"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="40"/></w:lvlOverride></w:num>
        </w:numbering>
        """;

    const string Styles = $"""
        <w:styles xmlns:w="{W}">
          <w:style w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
          <w:style w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
          <w:style w:styleId="Circle"><w:name w:val="round"/><w:basedOn w:val="Circle"/></w:style>
        </w:styles>
        """;

    readonly string folder = Directory.CreateTempSubdirectory("portal-test-numbers-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Headings_of_Word_get_the_number_that_Word_shows() =>
        Word(P("Heading1", "Purpose"), P("Heading2", "Scope"), P("Heading2", "Words"), P("Heading1", "Storage"), P("Heading2", "Where")).ShouldBe(["I. Purpose", "1.1. Scope", "1.2. Words", "II. Storage", "2.1. Where"]);

    [Fact]
    public void Articles_that_are_counted_are_written_out_and_plain_lists_stay_lists() =>
        Word(P(null, "О сврси", list: 2), P(null, "at home", list: 3), P(null, "О складиштењу", list: 2), P("Circle", "No number")).ShouldBe(["Члан 1. О сврси", "at home", "Члан 2. О складиштењу", "No number"]);

    [Fact]
    public void A_list_that_is_numbered_anew_begins_where_it_says() => Word(P(null, "Later", list: 4), P(null, "Later still", list: 4)).ShouldBe(["Члан 40. Later", "Члан 41. Later still"]);

    [Fact]
    public void A_heading_that_is_taken_out_of_the_numbers_has_none() => Word(P("Heading1", "Preamble", list: 0), P("Heading1", "Purpose")).ShouldBe(["Preamble", "I. Purpose"]);

    [Fact]
    public void Headings_of_OpenDocument_get_the_number_of_their_outline()
    {
        const string text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        var content = $"""<office:body xmlns:office="o" xmlns:text="{text}"><text:h text:outline-level="1">Purpose</text:h><text:h text:outline-level="2">Scope</text:h><text:h text:outline-level="2" text:is-list-header="true">Aside</text:h><text:h text:outline-level="2">Words</text:h><text:h text:outline-level="1">Storage</text:h></office:body>""";
        var styles = $"""<s xmlns:text="{text}" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><text:outline-style><text:outline-level-style text:level="1" style:num-format="A" style:num-suffix="."/><text:outline-level-style text:level="2" text:display-levels="2" style:num-format="1" style:num-suffix=")"/></text:outline-style></s>""";
        var path = Zip("a.odt", ("content.xml", content), ("styles.xml", styles));
        OpenDocument.Prepare(path);
        using var archive = ZipFile.OpenRead(path);
        using var read = archive.GetEntry("content.xml")!.Open();
        XDocument.Load(read).Descendants(XName.Get("h", text)).Select(h => h.Value).ShouldBe(["A. Purpose", "A.1) Scope", "Aside", "A.2) Words", "B. Storage"]);
    }

    string[] Word(params string[] paragraphs)
    {
        var path = Zip("a.docx", ("word/document.xml", $"""<w:document xmlns:w="{W}"><w:body>{string.Concat(paragraphs)}</w:body></w:document>"""), ("word/styles.xml", Styles), ("word/numbering.xml", Numbering));
        WordDocument.Prepare(path);
        using var archive = ZipFile.OpenRead(path);
        using var read = archive.GetEntry("word/document.xml")!.Open();
        return [.. XDocument.Load(read).Descendants(XName.Get("p", W)).Select(p => string.Concat(p.Descendants(XName.Get("t", W)).Select(t => t.Value)))];
    }

    static string P(string? style, string text, int? list = null) =>
        $"""<w:p><w:pPr>{(style is null ? "" : $"""<w:pStyle w:val="{style}"/>""")}{(list is null ? "" : $"""<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr>""")}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";

    string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(folder, name);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return path;
    }
}
