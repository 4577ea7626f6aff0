using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Media;
using Portal.Media.Models;
using Portal.Media.Serving;

namespace Portal.Media.Usages;

/// <summary>Keeps which text uses which file, in the latest and in the public version, and keeps pictures that nobody described from becoming public.</summary>
public sealed partial class MediaHandler(PortalDb db, ContentTypes types, MediaCatalogue catalogue) : ContentHandler
{
    static readonly Func<PortalDb, string, IAsyncEnumerable<MediaUsage>> OfSet = CompiledQuery.Many((PortalDb db, string set) => db.Set<MediaUsage>().Where(u => u.LocalizationSet == set));

    public override Task SavedAsync(ContentChange change, CancellationToken cancel) => KeepAsync(change, isPublic: false, cancel);

    public override Task PublishedAsync(ContentChange change, CancellationToken cancel) => KeepAsync(change, isPublic: true, cancel);

    public override async Task UnpublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var item = change.Item;
        var others = await db.ContentItems.AnyAsync(i => i.LocalizationSet == item.LocalizationSet && i.ContentItemId != item.ContentItemId && i.PublishedVersionId != null, cancel);
        var gone = await db.MediaUsages.Where(u => u.LocalizationSet == item.LocalizationSet && u.IsPublic && (u.ContentItemId == item.ContentItemId || (u.ContentItemId == "" && !others))).ToListAsync(cancel);
        db.MediaUsages.RemoveRange(gone);
    }

    public override async Task PublishingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (!Culture.TryFrom(change.Item.Culture, out var culture) || MediaPaths.In(change.Document.Content).Count == 0) return;
        await catalogue.RefreshAsync(cancel);
        foreach (var (partName, part) in change.Document.Content)
        {
            if (part is not JsonObject fields) continue;
            foreach (var (name, value) in fields)
            {
                foreach (var path in Undescribed(value, culture).Distinct(StringComparer.Ordinal)) errors.Add(new($"{partName}.{name}", "The picture {0} has no description in this language. Write one here or in the library, or say there that it is decoration.", path));
            }
        }
    }

    async Task KeepAsync(ContentChange change, bool isPublic, CancellationToken cancel)
    {
        var (item, set) = (change.Item, change.Item.LocalizationSet);
        var (text, shared) = change.Document.Split(types.Find(item.ContentType));
        var wanted = MediaPaths.In(text.Content).Select(path => (item.ContentItemId, Path: path)).Concat(MediaPaths.In(shared).Select(path => (ContentItemId: "", Path: path))).ToHashSet();
        var stored = await OfSet(db, set).ToListAsync(cancel);
        var known = stored.Union(Added().Where(u => u.LocalizationSet == set)).Where(u => u.IsPublic == isPublic && (u.ContentItemId == item.ContentItemId || u.ContentItemId.Length == 0)).ToList();
        db.MediaUsages.RemoveRange(known.Where(u => !wanted.Contains((u.ContentItemId, u.Path))));
        db.MediaUsages.AddRange(wanted.Except(known.Select(u => (u.ContentItemId, u.Path))).Select(w => new MediaUsage { Path = w.Path, LocalizationSet = set, ContentItemId = w.ContentItemId, IsPublic = isPublic }));
    }

    /// <summary>What an earlier step of this change wrote and the database does not have yet. Looking for changes of everything that is tracked would make an import of many items slow, and these rows are never changed.</summary>
    List<MediaUsage> Added()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try { return [.. db.ChangeTracker.Entries<MediaUsage>().Where(e => e.State == EntityState.Added).Select(e => e.Entity)]; }
        finally { db.ChangeTracker.AutoDetectChangesEnabled = true; }
    }

    IEnumerable<string> Undescribed(JsonNode? value, Culture culture)
    {
        switch (value)
        {
            case JsonObject item when item[nameof(MediaField.Paths)] is JsonArray paths:
                var texts = item[nameof(MediaField.MediaTexts)] as JsonArray;
                for (var i = 0; i < paths.Count; i++)
                {
                    if (string.IsNullOrWhiteSpace(Text(texts?.ElementAtOrDefault(i))) && IsUndescribed(Text(paths[i]), culture)) yield return Text(paths[i]);
                }

                break;
            case JsonObject item:
                foreach (var path in item.SelectMany(m => Undescribed(m.Value, culture))) yield return path;
                break;
            case JsonArray list:
                foreach (var path in list.SelectMany(v => Undescribed(v, culture))) yield return path;
                break;
            case JsonValue text when Text(text) is { Length: > 0 } markdown && markdown.Contains("![", StringComparison.Ordinal):
                foreach (var path in SilentPicture().Matches(markdown).Select(m => MediaPaths.OfAddress(m.Groups["address"].Value)).OfType<string>().Where(p => IsUndescribed(p, culture))) yield return path;
                break;
        }
    }

    bool IsUndescribed(string path, Culture culture) => catalogue.Find(path) is { IsImage: true, IsDecorative: false } facts && facts.AltIn(culture) is null;

    static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex(@"!\[\s*\]\(\s*(?<address>/media/[^\s)]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SilentPicture();
}
