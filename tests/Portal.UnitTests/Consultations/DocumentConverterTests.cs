using System.IO.Compression;
using System.Text;
using Portal.Cms.Http;
using Portal.Consultations.Import;

namespace Portal.UnitTests.Consultations;

/// <summary>Files that are refused, or read without any other program.</summary>
public class DocumentConverterTests
{
    /// <summary>Nothing that is refused reaches it.</summary>
    static readonly UploadFolder Uploads = new(new(Path.Combine(Path.GetTempPath(), "portal-tests-converter")), TimeProvider.System);

    static readonly DocumentConverter Converter = new(new("no-such-program"), Uploads);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_program_office_files_are_refused_in_words_that_say_what_to_do()
    {
        Converter.CanReadOfficeFiles.ShouldBeFalse();
        var refused = (await Converter.RunAsync("draft.docx", Zip(("word/document.xml", "<x/>")), Cancel)).Problem!;
        refused.Errors[0].Message.ShouldContain("is not installed");
    }

    [Theory]
    [InlineData("draft.pdf", "Save the document as .docx")]
    [InlineData("draft.doc", "Save the document as .docx")]
    [InlineData("draft.exe", "end in .docx, .odt or .md")]
    [InlineData("draft", "end in .docx, .odt or .md")]
    public async Task Other_kinds_are_refused(string name, string message) => (await Converter.RunAsync(name, [1, 2, 3], Cancel)).Problem!.Errors[0].Message.ShouldContain(message);

    [Fact]
    public async Task Empty_oversized_and_undecodable_files_are_refused()
    {
        (await Converter.RunAsync("a.md", [], Cancel)).Problem!.Errors[0].Message.ShouldBe("The file is empty.");
        (await Converter.RunAsync("a.md", new byte[DocumentConverter.LargestFile + 1], Cancel)).Problem!.Errors[0].Message.ShouldContain("larger than");
        (await Converter.RunAsync("a.md", [0xC3, 0x28], Cancel)).Problem!.Errors[0].Message.ShouldContain("UTF-8");
        (await Converter.RunAsync("a.md", "a\0b"u8.ToArray(), Cancel)).Problem!.Errors[0].Message.ShouldContain("cannot be stored");
        (await Converter.RunAsync("a.md", " \n "u8.ToArray(), Cancel)).Problem!.Errors[0].Message.ShouldBe("There is no text in it.");
        (await Converter.RunAsync("a.md", Encoding.UTF8.GetBytes(new string('a', DocumentConverter.LongestText + 1)), Cancel)).Problem!.Errors[0].Message.ShouldContain("are possible");
    }

    [Fact]
    public async Task What_is_no_office_file_or_unpacks_without_end_never_reaches_the_reader()
    {
        // Any program would do: none is asked.
        var converter = new DocumentConverter(new("cat"), Uploads);
        foreach (var file in new[] { "not a zip"u8.ToArray(), Zip(("other.xml", "<x/>")), Zip([("word/document.xml", "<x/>"), .. Enumerable.Range(0, 3100).Select(i => ($"{i}", ""))]) })
        {
            (await converter.RunAsync("a.docx", file, Cancel)).Problem!.Errors[0].Message.ShouldBeOneOf("The content of the file is not what its name says.", "The file unpacks to more than a document can hold.");
        }

        (await converter.RunAsync("a.docx", Zip(("word/document.xml", new string(' ', 110 * 1024 * 1024))), Cancel)).Problem!.Errors[0].Message.ShouldBe("The file unpacks to more than a document can hold.");
    }

    [Theory]
    [InlineData("![Map](https://example.org/track.png)", "[Map](https://example.org/track.png)")]
    [InlineData("![](http://example.org/a.png)", "[http://example.org/a.png](http://example.org/a.png)")]
    [InlineData("![x](file:///etc/passwd)", "x")]
    [InlineData("![x](/media/a.png)", "![x](/media/a.png)")]
    public void Pictures_of_other_sites_become_links(string markdown, string expected) => DocumentConverter.OfPasted(markdown).Value.Markdown.ShouldBe(expected);

    static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }
}
