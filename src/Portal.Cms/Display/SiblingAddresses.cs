using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>One culture in which an item can be read.</summary>
/// <param name="NewerIn">Culture code of the text that it was translated from, where that has changed since; null = it is as new as any.</param>
public sealed record Sibling(string ContentItemId, string Culture, string Title, string Path, string? NewerIn = null);

/// <summary>The cultures a localization set is published in, and what to do with an address that belongs to another of them.</summary>
public sealed class SiblingAddresses(PortalDb db, TaggedCache cache)
{
    /// <param name="Address">Path in the culture asked for; null where the set is not published in it.</param>
    public sealed record Answer(string ContentType, string LocalizationSet, string? Address);

    // Every page of content asks this: compiled, it does not cost the translation of an expression each time.
    static readonly Func<PortalDb, string, IAsyncEnumerable<Sibling>> Of = CompiledQuery.Many((PortalDb db, string localizationSet) =>
        from item in db.ContentItems
        join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
        join source in db.ContentItemVersions on version.TranslatedFromVersionId equals source.VersionId into sources
        from source in sources.DefaultIfEmpty()
        join original in db.ContentItems on source.ContentItemId equals original.ContentItemId into originals
        from original in originals.DefaultIfEmpty()
        where item.LocalizationSet == localizationSet && item.PublishedPath != null
        orderby item.Culture
        select new Sibling(
            item.ContentItemId, item.Culture, version.DisplayText, item.PublishedPath!,
            original != null && original.PublishedPath != null && original.PublishedVersionId != source.VersionId ? original.Culture : null));

    public ValueTask<IReadOnlyList<Sibling>> OfAsync(string localizationSet, CancellationToken cancel) =>
        cache.GetAsync(("siblings", localizationSet), [Tags.Set(localizationSet)], () => ReadAsync(localizationSet, cancel));

    async Task<IReadOnlyList<Sibling>> ReadAsync(string localizationSet, CancellationToken cancel)
    {
        var siblings = new List<Sibling>();
        await foreach (var sibling in Of(db, localizationSet).WithCancellation(cancel)) siblings.Add(sibling);
        return siblings;
    }

    /// <summary>Resolves an address that nothing stands at in this culture: its last segment may be the id of an item or a set (as the culture picker writes it), or the path may be another culture's.</summary>
    public async Task<Answer?> FindAsync(Culture culture, string path, CancellationToken cancel)
    {
        var id = path[(path.LastIndexOf('/') + 1)..];
        var target = await db.ContentItems
            .Where(i => i.PublishedPath != null && (i.LocalizationSet == id || i.ContentItemId == id || i.PublishedPath == path))
            .Select(i => new { i.ContentType, i.LocalizationSet })
            .FirstOrDefaultAsync(cancel);
        if (target is null) return null;

        var here = await db.ContentItems
            .Where(i => i.LocalizationSet == target.LocalizationSet && i.Culture == culture.ContentCode && i.PublishedPath != null)
            .Select(i => i.PublishedPath)
            .SingleOrDefaultAsync(cancel);
        return new(target.ContentType, target.LocalizationSet, here);
    }
}
