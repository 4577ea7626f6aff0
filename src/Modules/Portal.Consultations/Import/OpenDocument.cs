using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Consultations.Import;

/// <summary>Gets OpenDocument files ready for pandoc, which leaves out the heads of their tables and the lists within cells.</summary>
public static class OpenDocument
{
    const string Content = "content.xml";
    const long LargestContent = 40L * 1024 * 1024;
    static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <param name="path">An .odt file; written over.</param>
    /// <exception cref="XmlException">Its content is no XML, or holds a document type.</exception>
    /// <exception cref="InvalidDataException">It has no content.</exception>
    public static void Prepare(string path)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var entry = archive.GetEntry(Content) ?? throw new InvalidDataException("No content.xml.");
        XDocument document;
        using (var stream = entry.Open())
        using (var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LargestContent, XmlResolver = null }))
        {
            document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }

        foreach (var head in document.Descendants(Table + "table-header-rows").ToList()) head.ReplaceWith(head.Nodes());
        foreach (var list in document.Descendants(Table + "table-cell").SelectMany(c => c.Elements(Text + "list")).ToList()) list.ReplaceWith(Items(list));

        entry.Delete();
        using var written = archive.CreateEntry(Content).Open();
        document.Save(written, SaveOptions.DisableFormatting);
    }

    static IEnumerable<XElement> Items(XElement list) => list.Descendants(Text + "p").Select(paragraph => new XElement(paragraph.Name, paragraph.Attributes(), "• ", paragraph.Nodes()));
}
