using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Contents.Versions;

namespace Portal.Contents.Queries;

/// <param name="ModifiedUtc">When it was written last.</param>
/// <param name="PublishedUtc">When it became public for the first time; null = never.</param>
public sealed record VersionRow(string VersionId, int Number, string Title, DateTime ModifiedUtc, DateTime? PublishedUtc, string? Author, string? Comment, bool HasShared);

/// <param name="Latest">Number of the latest version; null = the item is in the bin.</param>
/// <param name="Public">Number of the version that is public; null = none.</param>
/// <param name="Older">Number before which the next page begins; null on the last one.</param>
public sealed record VersionsView(ContentItem Item, string Title, IReadOnlyList<VersionRow> Versions, int? Latest, int? Public, int? Older);

/// <param name="After">The later of both.</param>
/// <param name="Unchanged">Number of fields that both say the same.</param>
public sealed record ComparisonView(ContentItem Item, string Title, VersionRow? Before, VersionRow After, IReadOnlyList<ChangedField> Changes, int Unchanged, int? Latest);

/// <summary>The history of an item: its versions, and what any two of them say differently.</summary>
public sealed class VersionsPage(PortalDb db, ContentTypes types, ContentNames names, IStringLocalizer text)
{
    const int PageSize = 100;

    /// <returns>Null where there is no such item. Three queries.</returns>
    public async Task<VersionsView?> RunAsync(string contentItemId, int? before, CancellationToken cancel)
    {
        if (await db.ContentItems.AsNoTracking().SingleOrDefaultAsync(i => i.ContentItemId == contentItemId, cancel) is not { } item) return null;

        var rows = await Rows(db.ContentItemVersions.Where(v => v.ContentItemId == contentItemId && (before == null || v.Number < before)).OrderByDescending(v => v.Number).Take(PageSize + 1)).ToListAsync(cancel);
        var (latest, open) = await PointersAsync(item, cancel);
        return new(item, rows.FirstOrDefault()?.Title ?? "", [.. rows.Take(PageSize)], latest, open, rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }

    /// <param name="from">Number of the earlier version; null = the one before the later.</param>
    /// <param name="to">Number of the later version.</param>
    /// <returns>Null where there is no such item or version.</returns>
    public async Task<ComparisonView?> CompareAsync(string contentItemId, int? from, int to, CancellationToken cancel)
    {
        if (await db.ContentItems.AsNoTracking().SingleOrDefaultAsync(i => i.ContentItemId == contentItemId, cancel) is not { } item) return null;
        var versions = await db.ContentItemVersions.AsNoTracking()
            .Where(v => v.ContentItemId == contentItemId && (v.Number == to || (from != null ? v.Number == from : v.Number == db.ContentItemVersions.Where(e => e.ContentItemId == contentItemId && e.Number < to).Max(e => (int?)e.Number))))
            .OrderBy(v => v.Number).ToListAsync(cancel);
        if (versions.Count == 0 || versions[^1].Number != Math.Max(to, from ?? to)) return null;

        var (before, after) = (versions.Count > 1 ? versions[0] : null, versions[^1]);
        var documents = versions.ConvertAll(v => ContentDocument.Compose(v.Json, v.SharedJson));
        var named = await names.InAsync(Culture.Current, documents.SelectMany(d => VersionFields.SetsIn(d.Content)), cancel);
        var (reader, type) = (new VersionFields(text, named.ToDictionary(n => n.Key, n => n.Value.Name, StringComparer.Ordinal)), types.Find(item.ContentType));
        var (old, now) = (before is null ? [] : reader.Of(documents[0], type), reader.Of(documents[^1], type));
        // Of imported history it is not known what was shared: nothing is said about it.
        if (before is { SharedJson: null } || after.SharedJson is null) (old, now) = ([.. old.Where(f => !f.IsShared)], [.. now.Where(f => !f.IsShared)]);
        var changes = VersionComparison.Of(old, now);
        return new(item, after.DisplayText, before is null ? null : RowOf(before), RowOf(after), changes, now.Count(f => f.Lines.Count > 0) - changes.Count(c => c.Paragraphs.Count > 0), (await PointersAsync(item, cancel)).Latest);
    }

    /// <returns>Numbers of the public version and of the draft over it; null where there are not both.</returns>
    public async Task<(int Public, int Latest)?> WaitingAsync(string contentItemId, CancellationToken cancel) =>
        await db.ContentItems.AsNoTracking().SingleOrDefaultAsync(i => i.ContentItemId == contentItemId, cancel) is { } item
        && await PointersAsync(item, cancel) is ({ } latest, { } shown) && latest != shown ? (shown, latest) : null;

    async Task<(int? Latest, int? Public)> PointersAsync(ContentItem item, CancellationToken cancel)
    {
        var numbers = await db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId || v.VersionId == item.PublishedVersionId).ToDictionaryAsync(v => v.VersionId, v => v.Number, StringComparer.Ordinal, cancel);
        return (Of(item.LatestVersionId), Of(item.PublishedVersionId));

        int? Of(string? id) => id is not null && numbers.TryGetValue(id, out var number) ? number : null;
    }

    static IQueryable<VersionRow> Rows(IQueryable<ContentItemVersion> versions) =>
        versions.Select(v => new VersionRow(v.VersionId, v.Number, v.DisplayText, v.ModifiedUtc, v.PublishedUtc, v.Author, v.Comment, v.SharedJson != null));

    static VersionRow RowOf(ContentItemVersion v) => new(v.VersionId, v.Number, v.DisplayText, v.ModifiedUtc, v.PublishedUtc, v.Author, v.Comment, v.SharedJson is not null);
}
