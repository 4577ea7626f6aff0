using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Http;
using Portal.Cms.Processes;

namespace Portal.Consultations.Import;

/// <summary>Name of the program that reads documents of word processors: Debian's pandoc.</summary>
public sealed record DocumentReader(string Program = "pandoc");

/// <param name="Pictures">Files by the path that the text calls them; relative to a folder that is gone.</param>
public sealed record ConvertedDocument(string Markdown, IReadOnlyDictionary<string, byte[]> Pictures);

/// <summary>Makes Markdown of a document that somebody uploaded. The file is not trusted: it is looked at from outside first, and read by a child process within limits that reaches neither files nor the network.</summary>
public sealed partial class DocumentConverter(DocumentReader reader, UploadFolder uploads)
{
    /// <summary>Largest file, in bytes; largest text, in UTF-16 units, which an edit form can still send.</summary>
    public const int LargestFile = 10 * 1024 * 1024, LongestText = 600_000;

    /// <summary>What an office file may unpack to, in bytes, and of how many files it may consist.</summary>
    const long LargestUnpacked = 100L * 1024 * 1024;
    const int MostEntries = 3000;

    /// <summary>Largest picture in bytes, and how many of them.</summary>
    const int LargestPicture = 8 * 1024 * 1024, MostPictures = 200;

    /// <summary>What the Markdown of the portal can say: tables, footnotes, lists with their numbers and letters.</summary>
    const string Dialect = "markdown_strict+pipe_tables+grid_tables+footnotes+fancy_lists+startnum-raw_html";

    public bool CanReadOfficeFiles => ChildProgram.Exists(reader.Program);

    /// <param name="fileName">Says what the file should be; its content has to agree.</param>
    public async Task<Result<ConvertedDocument>> RunAsync(string fileName, byte[] file, CancellationToken cancel)
    {
        if (file.Length == 0) return Refuse("The file is empty.");
        if (file.Length > LargestFile) return Refuse("The file is larger than {0} MB.", LargestFile / 1024 / 1024);
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".md" or ".markdown" or ".txt" => OfText(file),
            ".docx" => await OfOfficeAsync("docx", "word/document.xml", file, cancel),
            ".odt" => await OfOfficeAsync("odt", "content.xml", file, cancel),
            ".doc" or ".rtf" or ".pdf" => Refuse("Files of this kind cannot be read. Save the document as .docx or .odt in your word processor."),
            _ => Refuse("Documents are read from files that end in .docx, .odt or .md."),
        };
    }

    static Result<ConvertedDocument> OfText(byte[] file)
    {
        try { return OfMarkdown(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF'), new Dictionary<string, byte[]>(StringComparer.Ordinal)); }
        catch (DecoderFallbackException) { return Refuse("The file is not in the UTF-8 encoding. Save it as UTF-8."); }
    }

    static Result<ConvertedDocument> OfMarkdown(string markdown, IReadOnlyDictionary<string, byte[]> pictures)
    {
        var text = markdown.ReplaceLineEndings("\n").Trim();
        if (!ContentText.IsStorable(text)) return Problem.Invalid("file", "The text contains a character that cannot be stored.");
        if (text.Length == 0) return Refuse("There is no text in it.");
        if (text.Length > LongestText) return Refuse("The text has {0} characters; {1} are possible.", text.Length, LongestText);
        return new ConvertedDocument(WithoutForeignPictures(text, pictures), pictures);
    }

    public static Result<ConvertedDocument> OfPasted(string markdown) => OfMarkdown(markdown, new Dictionary<string, byte[]>(StringComparer.Ordinal));

    async Task<Result<ConvertedDocument>> OfOfficeAsync(string format, string mainEntry, byte[] file, CancellationToken cancel)
    {
        if (!CanReadOfficeFiles) return Refuse("Word and OpenDocument files cannot be read here: the program {0} is not installed. Paste the text, or ask the operator of the portal.", reader.Program);
        if (Distrust(file, mainEntry) is { } why) return why;

        using var work = uploads.OpenWork();
        try
        {
            var path = work.File("document." + format);
            await File.WriteAllBytesAsync(path, file, cancel);
            if (format == "odt") OpenDocument.Prepare(path);
            else WordDocument.Prepare(path);
            await WriteFilterAsync(work.File("filter.lua"), cancel);
            var read = await ChildProgram.RunAsync(
                reader.Program, ["--sandbox", "--from", format, "--to", Dialect, "--wrap=none", "--markdown-headings=atx", "--lua-filter=filter.lua", "--extract-media=pictures", "document." + format], work.Folder, ProcessLimits.OneFile, null, cancel);
            return read.Succeeded ? OfMarkdown(Encoding.UTF8.GetString(read.Output), await PicturesAsync(work.Folder, cancel)) : Refuse("The document could not be read. Open it in a word processor, save it anew, and try again.");
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            return Refuse("The document could not be read. Open it in a word processor, save it anew, and try again.");
        }
    }

    /// <returns>Why the file is not even given to a reader: it is something else, or would unpack to more than any document needs.</returns>
    static Problem? Distrust(byte[] file, string mainEntry)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (archive.GetEntry(mainEntry) is null) return Refused("The content of the file is not what its name says.");
            if (archive.Entries.Count > MostEntries || archive.Entries.Sum(e => e.Length) > LargestUnpacked) return Refused("The file unpacks to more than a document can hold.");
            return null;
        }
        catch (InvalidDataException)
        {
            return Refused("The content of the file is not what its name says.");
        }
    }

    static async Task<IReadOnlyDictionary<string, byte[]>> PicturesAsync(string folder, CancellationToken cancel)
    {
        var pictures = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var root = new DirectoryInfo(Path.Combine(folder, "pictures"));
        if (!root.Exists) return pictures;

        // Links are not followed: the file may have asked for one that leads elsewhere.
        foreach (var file in root.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Where(f => f.Length <= LargestPicture).Take(MostPictures))
        {
            pictures[Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/')] = await File.ReadAllBytesAsync(file.FullName, cancel);
        }

        return pictures;
    }

    /// <summary>Pictures of other sites would tell those sites who reads; they become links.</summary>
    static string WithoutForeignPictures(string markdown, IReadOnlyDictionary<string, byte[]> pictures) => Picture().Replace(markdown, picture =>
    {
        var address = picture.Groups["address"].Value;
        if (pictures.ContainsKey(address) || address.StartsWith("/media/", StringComparison.Ordinal)) return picture.Value;
        var words = picture.Groups["words"].Value;
        return address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"[{(words.Length > 0 ? words : address)}]({address})" : words;
    });

    static async Task WriteFilterAsync(string path, CancellationToken cancel)
    {
        await using var filter = typeof(DocumentConverter).Assembly.GetManifestResourceStream("pandoc.lua")!;
        await using var file = File.Create(path);
        await filter.CopyToAsync(file, cancel);
    }

    /// <param name="message">English message id.</param>
    static Result<ConvertedDocument> Refuse(string message, params object[] args) => Refused(message, args);

    /// <param name="message">English message id.</param>
    static Problem Refused(string message, params object[] args) => Problem.Invalid([new FieldError("file", message, args)]);

    [GeneratedRegex(@"!\[(?<words>[^\]\n]*)\]\((?<address>[^)\s]+)([^)\n]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
