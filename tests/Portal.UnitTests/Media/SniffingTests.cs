using System.IO.Compression;
using System.Text;
using Portal.Media.Files;

namespace Portal.UnitTests.Media;

/// <summary>What a file is, is said by its content.</summary>
public sealed class SniffingTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("media-sniff-").FullName;

    public static TheoryData<string, string, string?> Beginnings => new()
    {
        { "a.png", "89504E470D0A1A0A", ".png" }, { "a.txt", "FFD8FFE000104A46", ".jpg" }, { "a.png", "474946383961", ".gif" }, { "a.jpg", "52494646000000005745425056503820", ".webp" },
        { "a.doc", "255044462D312E37", ".pdf" }, { "a.bin", "494433030000", ".mp3" }, { "a.mp3", "FFFB9064", ".mp3" }, { "a.ogg", "4F67675300", ".ogg" },
        // Programs, archives and pages, whatever they call themselves.
        { "photo.jpg", "4D5A90000300", null }, { "photo.png", "7F454C4602010100", null }, { "a.csv", "23212F62696E2F7368", null }, { "a.pdf", "3C68746D6C3E3C7363726970743E", null }, { "a.txt", "610062", null }, { "a.txt", "FFFE6100", null },
        { "a.exe", "61626364", null }, { "a.csv", "613B620A313B32", ".csv" }, { "a.txt", "C3AB20C491", ".txt" }, { "a.txt", "", null },
        { "page.svg", "3C68746D6C3E3C7376673E", null }, { "a.txt", "3C73766720", ".svg" },
    };

    [Theory, MemberData(nameof(Beginnings))]
    public async Task A_file_is_known_by_its_first_bytes_and_never_by_its_name(string name, string bytes, string? kind) =>
        ((await Sniffing.KindOfAsync(Write(Convert.FromHexString(bytes)), name, Cancel))?.Extension).ShouldBe(kind);

    [Theory]
    [InlineData("word/document.xml", ".docx")]
    [InlineData("xl/workbook.xml", ".xlsx")]
    [InlineData("ppt/presentation.xml", ".pptx")]
    [InlineData("evil/payload.exe", null)]
    public async Task Office_documents_are_told_apart_and_other_archives_are_refused(string member, string? kind) =>
        ((await Sniffing.KindOfAsync(Package(("[Content_Types].xml", "<Types/>"), (member, "<x/>")), "a.docx", Cancel))?.Extension).ShouldBe(kind);

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("word/activeX/activeX1.xml")]
    public async Task A_document_with_a_program_in_it_is_refused(string program) =>
        (await Sniffing.KindOfAsync(Package(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>"), (program, "x")), "a.docx", Cancel)).ShouldBeNull();

    [Theory]
    [InlineData("../../etc/passwd.png", "passwd", "passwd.jpg")]
    [InlineData("C:\\Users\\Arta\\Слика са сastanka 2026.PNG", "Слика са сastanka 2026", "slika-sa-sastanka-2026.jpg")]
    [InlineData("Rruga pranë shkollës.jpg", "Rruga pranë shkollës", "rruga-prane-shkolles.jpg")]
    [InlineData("evil\u202Egnp.exe", "evilgnp", "evilgnp.jpg")]
    [InlineData("...", "file", "file.jpg")]
    [InlineData(null, "file", "file.jpg")]
    public void A_name_keeps_what_people_read_and_an_address_is_ascii(string? given, string title, string address)
    {
        SafeName.Title(given).ShouldBe(title);
        SafeName.Address(SafeName.Title(given), MediaKind.Jpeg, 1).ShouldBe(address);
        SafeName.Address(SafeName.Title(given), MediaKind.Jpeg, 3).ShouldBe(address.Replace(".jpg", "-3.jpg", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Write(byte[] bytes)
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    string Package(params (string Name, string Text)[] members)
    {
        using var bytes = new MemoryStream();
        using (var package = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var writer = new StreamWriter(package.CreateEntry(name).Open(), Encoding.UTF8);
                writer.Write(text);
            }
        }

        return Write(bytes.ToArray());
    }
}
