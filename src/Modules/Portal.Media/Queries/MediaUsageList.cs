using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Media.Models;

namespace Portal.Media.Queries;

/// <summary>A text that uses a file.</summary>
/// <param name="Culture">Of the title.</param>
/// <param name="IsShared">All languages of the text use it.</param>
/// <param name="IsPublic">The public text does; otherwise only a draft.</param>
public sealed record MediaUse(string ContentItemId, string ContentType, string Title, Culture Culture, bool IsShared, bool IsPublic);

/// <summary>Where files are used. What lies in the bin uses nothing.</summary>
public sealed class MediaUsageList(PortalDb db)
{
    /// <summary>Shown; there may be more.</summary>
    public const int Most = 100;

    /// <summary>With properties that are set, which a query can look into.</summary>
    sealed class Row
    {
        public required string Path { get; init; }
        public required string Set { get; init; }
        public required string Item { get; init; }
        public bool IsPublic { get; init; }
        public required string ContentItemId { get; init; }
        public required string ContentType { get; init; }
        public required string Culture { get; init; }
        public string? VersionId { get; init; }
    }

    /// <returns>How many texts use it, all languages of a text counted once.</returns>
    public async Task<int> CountAsync(string path, CancellationToken cancel) => (await CountsAsync([path], cancel)).GetValueOrDefault(path);

    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(IReadOnlyCollection<string> paths, CancellationToken cancel) =>
        await Rows().Where(r => paths.Contains(r.Path)).Select(r => new { r.Path, r.Set }).Distinct().GroupBy(r => r.Path).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);

    /// <summary>One for each item that uses it itself, one for a set whose languages share it.</summary>
    public async Task<IReadOnlyList<MediaUse>> OfAsync(string path, Culture reader, CancellationToken cancel)
    {
        var rows = await (from row in Rows().Where(r => r.Path == path)
                          join version in db.ContentItemVersions on row.VersionId equals version.VersionId
                          orderby row.Item, row.VersionId
                          select new { row, version.DisplayText }).Take(Most * 8).ToListAsync(cancel);
        return [.. (from found in rows
                   group found by (found.row.Set, found.row.Item) into use
                   let shown = use.OrderByDescending(f => f.row.Culture == reader.ContentCode).ThenBy(f => f.row.ContentItemId, StringComparer.Ordinal).First()
                   let culture = Culture.TryFrom(shown.row.Culture, out var known) ? known : Culture.En
                   let title = shown.DisplayText.Length > 0 ? shown.DisplayText : shown.row.ContentItemId
                   select new MediaUse(shown.row.ContentItemId, shown.row.ContentType, title, culture, use.Key.Item.Length == 0, use.Any(f => f.row.IsPublic))).OrderBy(u => u.Title, StringComparer.CurrentCulture)];
    }

    /// <summary>Paths that some text uses.</summary>
    public IQueryable<string> UsedPaths() => Rows().Select(r => r.Path);

    IQueryable<Row> Rows() => from usage in db.MediaUsages
                              join item in db.ContentItems on usage.LocalizationSet equals item.LocalizationSet
                              where item.LatestVersionId != null && (usage.ContentItemId == "" || usage.ContentItemId == item.ContentItemId)
                              select new Row
                              {
                                  Path = usage.Path, Set = usage.LocalizationSet, Item = usage.ContentItemId, IsPublic = usage.IsPublic,
                                  ContentItemId = item.ContentItemId, ContentType = item.ContentType, Culture = item.Culture, VersionId = item.LatestVersionId,
                              };
}
