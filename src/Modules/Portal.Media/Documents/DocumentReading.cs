using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Processes;
using Portal.Cms.Search;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Usages;

namespace Portal.Media.Documents;

/// <summary>Reads a PDF after it was taken in: how many pages it has, and its words, by which the search finds the texts that carry it.</summary>
/// <remarks>The programs are those of Debian's <c>poppler-utils</c>, as child processes with limits. Where they are missing, or cannot read the file, it is carried without pages and words.</remarks>
public sealed class DocumentReading(PortalDb db, UnitOfWork work, MediaStore store, MediaChanges changes, IEnumerable<ISearchRefresh> searches, TimeProvider clock, ILogger<DocumentReading> log) : IOutboxHandler
{
    public const string MessageKind = "media.read", Counter = "pdfinfo", Reader = "pdftotext";

    /// <summary>Characters: a report of three hundred pages. What comes after is not found.</summary>
    const int LongestText = 600_000;

    static readonly ProcessLimits Limits = ProcessLimits.OneFile with { Output = 8L << 20 };

    sealed record Message(string Id, string Version);

    public string Kind => MessageKind;

    public static string Payload(MediaItem item) => JsonSerializer.Serialize(new Message(item.Id, item.Version));

    public async Task DeliverAsync(string payload, CancellationToken cancel)
    {
        var message = JsonSerializer.Deserialize<Message>(payload)!;
        if (await FindAsync(message, cancel) is not { } item || store.Locate(item.Path) is not { } file || !File.Exists(file) || !ChildProgram.Exists(Counter)) return;

        // The file that replaces another is put in place right after the commit: it comes in a moment.
        if (await MediaStore.VersionOfAsync(file, cancel) != message.Version) throw new IOException("The file is not in its place yet.");

        using var workshop = store.OpenWorkshop();
        var pages = await PagesAsync(file, workshop, cancel);
        var text = pages is null ? null : await TextAsync(file, workshop, cancel);
        var kept = await work.RunAsync<MediaItem>(async () =>
        {
            // It may have been replaced meanwhile: then its own message comes.
            if (await FindAsync(message, cancel) is not { } found) return Problem.NotFound("There is no such file.");
            (found.Pages, found.ModifiedUtc) = (pages, clock.UtcNow);
            await KeepTextAsync(found.Id, text, cancel);
            await changes.EvictAsync(found, cancel);
            return found;
        }, cancel);
        if (kept.Succeeded) await RefreshSearchAsync(kept.Value.Path, cancel);
    }

    Task<MediaItem?> FindAsync(Message message, CancellationToken cancel) => db.MediaItems.SingleOrDefaultAsync(i => i.Id == message.Id && i.Version == message.Version && i.DeletedUtc == null, cancel);

    async Task KeepTextAsync(string id, string? text, CancellationToken cancel)
    {
        var known = await db.MediaTexts.FindAsync([id], cancel);
        if (text is null && known is not null) db.MediaTexts.Remove(known);
        else if (text is not null && known is not null) known.Text = text;
        else if (text is not null) db.MediaTexts.Add(new() { Id = id, Text = text });
    }

    async Task RefreshSearchAsync(string path, CancellationToken cancel)
    {
        var items = await (from usage in db.MediaUsages
                           join item in db.ContentItems on usage.LocalizationSet equals item.LocalizationSet
                           where usage.Path == path && usage.IsPublic && item.PublishedVersionId != null && (usage.ContentItemId == "" || usage.ContentItemId == item.ContentItemId)
                           select item.ContentItemId).Distinct().ToListAsync(cancel);
        foreach (var search in searches) await search.RefreshAsync(items, cancel);
    }

    async Task<int?> PagesAsync(string file, Workshop workshop, CancellationToken cancel)
    {
        var said = await ChildProgram.RunAsync(Counter, [file], workshop.Folder, Limits, input: null, cancel);
        var line = Encoding.UTF8.GetString(said.Output).Split('\n').FirstOrDefault(l => l.StartsWith("Pages:", StringComparison.Ordinal));
        if (int.TryParse(line?["Pages:".Length..].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages > 0) return pages;
        log.LogInformation("The document {File} could not be read; it is shown without pages and words.", Path.GetFileName(file));
        return null;
    }

    static async Task<string?> TextAsync(string file, Workshop workshop, CancellationToken cancel)
    {
        if (!ChildProgram.Exists(Reader)) return null;
        var read = await ChildProgram.RunAsync(Reader, ["-enc", "UTF-8", "-nopgbrk", file, "-"], workshop.Folder, Limits, input: null, cancel);
        var text = string.Concat(Encoding.UTF8.GetString(read.Output).Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
        return text.Length == 0 ? null : text.Length <= LongestText ? text : text[..LongestText];
    }



}
