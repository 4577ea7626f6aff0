using System.IO.Compression;

namespace Portal.Media.Files;

/// <summary>Tells office documents apart, which are packages of files, and refuses those with programs in them.</summary>
static class OfficePackage
{
    const int MostMembers = 5000;
    const long LargestUnpacked = 500L * 1024 * 1024;

    static readonly string[] Programs = ["vbaProject", "vbaData", "activeX", "oleObject", "Basic/", "Scripts/"];

    public static MediaKind? KindOf(Stream stream)
    {
        try
        {
            using var package = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MostMembers || package.Entries.Sum(e => e.Length) > LargestUnpacked) return null;
            if (package.Entries.Any(e => Programs.Any(p => e.FullName.Contains(p, StringComparison.OrdinalIgnoreCase)))) return null;

            if (package.GetEntry("[Content_Types].xml") is not null)
            {
                return package.GetEntry("word/document.xml") is not null ? MediaKind.Docx : package.GetEntry("xl/workbook.xml") is not null ? MediaKind.Xlsx : package.GetEntry("ppt/presentation.xml") is not null ? MediaKind.Pptx : null;
            }

            if (package.GetEntry("mimetype") is not { Length: < 100 } type || package.GetEntry("content.xml") is null) return null;
            using var reader = new StreamReader(type.Open());
            var said = reader.ReadToEnd().Trim();
            return new[] { MediaKind.Odt, MediaKind.Ods, MediaKind.Odp }.FirstOrDefault(k => k.ContentType == said);
        }
        catch (InvalidDataException) { return null; }
    }
}
