using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Cms.Caching;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Indexing;

/// <summary>A term that became another. Whoever still names it means the other.</summary>
public sealed class MergedTerm
{
    /// <summary>Localization set that is no more.</summary>
    public required string LocalizationSet { get; init; }
    public required string Into { get; set; }
    public DateTime AtUtc { get; init; }
}

sealed class MergedTermTable : IEntityTypeConfiguration<MergedTerm>
{
    public void Configure(EntityTypeBuilder<MergedTerm> table) => table.ToTable("MergedTerm").HasKey(t => t.LocalizationSet);
}

/// <summary>Which terms are part of which others, and which were merged: kept in memory until that changes. Whoever shows something that depends on it carries the tag <see cref="Tags.Terms"/>.</summary>
public sealed class TermTree(PortalDb db, ContentTypes types, TaggedCache cache)
{
    /// <summary>The field that leads from a part to its whole.</summary>
    public const string ParentField = $"{nameof(TermPart)}.{nameof(TermPart.Parent)}";

    sealed record Terms(ILookup<string, string> PartsOf, IReadOnlyDictionary<string, string> Merged);

    /// <returns>The term that a set means now: another one where it was merged.</returns>
    public async ValueTask<string> NowAsync(string term, CancellationToken cancel) => (await ReadAsync(cancel)).Merged.GetValueOrDefault(term, term);

    /// <returns>Merged sets with what they are now.</returns>
    public async ValueTask<IReadOnlyDictionary<string, string>> MergedAsync(CancellationToken cancel) => (await ReadAsync(cancel)).Merged;

    /// <returns>The term and its parts: what is about any of them is about the term.</returns>
    public async ValueTask<IReadOnlyList<string>> WithinAsync(string term, CancellationToken cancel)
    {
        var terms = await ReadAsync(cancel);
        var now = terms.Merged.GetValueOrDefault(term, term);
        return [now, .. terms.PartsOf[now]];
    }

    /// <summary>Whether any term is part of another.</summary>
    public async ValueTask<bool> HasPartsAsync(CancellationToken cancel) => (await ReadAsync(cancel)).PartsOf.Count > 0;

    /// <returns>Retired terms with a name of each.</returns>
    public ValueTask<IReadOnlyDictionary<string, string>> RetiredAsync(CancellationToken cancel) => cache.GetAsync<IReadOnlyDictionary<string, string>>("retired-terms", [Tags.Terms], async () =>
    {
        string[] taxonomies = [.. types.All.Where(t => t.Parts.Any(p => p.Type == typeof(TermPart))).Select(t => t.Name)];
        var rows = await (from item in db.ContentItems
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                          where taxonomies.Contains(item.ContentType) && shared.PublishedJson!.Contains("IsRetired")
                          orderby item.Culture
                          select new { item.LocalizationSet, version.DisplayText, shared.PublishedJson }).ToListAsync(cancel);
        return rows.Where(r => ContentDocument.Compose("{}", r.PublishedJson).As<TermPart>()?.IsRetired?.Value == true)
            .GroupBy(r => r.LocalizationSet, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().DisplayText, StringComparer.Ordinal);
    });

    ValueTask<Terms> ReadAsync(CancellationToken cancel) => cache.GetAsync("terms", [Tags.Terms], async () => new Terms(
        (await db.ContentReferences.AsNoTracking().Where(r => r.Field == ParentField).OrderBy(r => r.LocalizationSet).ToListAsync(cancel)).ToLookup(r => r.Target, r => r.LocalizationSet, StringComparer.Ordinal),
        await db.MergedTerms.ToDictionaryAsync(t => t.LocalizationSet, t => t.Into, StringComparer.Ordinal, cancel)));
}
