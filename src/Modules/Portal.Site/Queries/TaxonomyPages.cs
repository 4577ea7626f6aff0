using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Site.Models;
using Portal.Site.Taxonomies;
using Portal.Site.ViewModels;

namespace Portal.Site.Queries;

/// <summary>What the editors' pages of taxonomies show: two queries, however many terms there are.</summary>
public sealed class TaxonomyPages(PortalDb db, ContentTypes types)
{
    public string TitleOf(string taxonomy) => types.Find(taxonomy)!.Listing!.Title;

    public async Task<IReadOnlyList<TaxonomyCount>> AllAsync(CancellationToken cancel)
    {
        var counts = await db.ContentItems.Where(i => Models.Taxonomies.All.Contains(i.ContentType) && i.LatestVersionId != null).GroupBy(i => i.ContentType)
            .Select(g => new { Type = g.Key, Count = g.Select(i => i.LocalizationSet).Distinct().Count() }).ToDictionaryAsync(g => g.Type, g => g.Count, StringComparer.Ordinal, cancel);
        return [.. Models.Taxonomies.All.Select(t => new TaxonomyCount(t, TitleOf(t), counts.GetValueOrDefault(t)))];
    }

    public async Task<IReadOnlyList<Term>> TermsAsync(string taxonomy, CancellationToken cancel)
    {
        var rows = await (from item in db.ContentItems.AsNoTracking()
                          join version in db.ContentItemVersions.AsNoTracking() on item.LatestVersionId equals version.VersionId
                          join shared in db.ContentSets.AsNoTracking() on item.LocalizationSet equals shared.LocalizationSet
                          where item.ContentType == taxonomy
                          select new { item.LocalizationSet, item.Culture, item.ContentItemId, version.DisplayText, shared.DraftJson }).ToListAsync(cancel);
        var uses = await (from reference in db.ContentReferences
                          where reference.Field != TermTree.ParentField && db.ContentItems.Any(i => i.LocalizationSet == reference.Target && i.ContentType == taxonomy)
                          group reference by reference.Target into same
                          select new { same.Key, Count = same.Select(r => r.LocalizationSet).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return [.. from set in rows.GroupBy(r => r.LocalizationSet, StringComparer.Ordinal)
                   let document = ContentDocument.Compose("{}", set.First().DraftJson)
                   let place = document.As<TermPart>()
                   select new Term(
                       set.Key, taxonomy, set.ToDictionary(r => r.Culture, r => r.DisplayText, StringComparer.Ordinal), set.ToDictionary(r => r.Culture, r => r.ContentItemId, StringComparer.Ordinal),
                       place?.ParentSet, place?.IsRetired?.Value == true, uses.GetValueOrDefault(set.Key), document.As<Theme>(), document.As<Municipality>())];
    }

    public async Task<TaxonomyView> OfAsync(string taxonomy, Culture sort, string? q, CancellationToken cancel)
    {
        var terms = TermOrder.By(sort, [.. await TermsAsync(taxonomy, cancel)]);
        if (q?.Trim() is { Length: > 0 } sought)
        {
            var folded = Slug.From(sought);
            terms = [.. terms.Where(t => t.Names.Values.Any(n => Slug.From(n).Contains(folded, StringComparison.Ordinal)))];
        }

        return new(taxonomy, TitleOf(taxonomy), terms, sort, q);
    }

    /// <param name="form">What was typed; null = what is stored.</param>
    /// <returns>Null where there is no such term.</returns>
    public async Task<TermEditView?> FormAsync(string taxonomy, string? set, TermForm? form, CancellationToken cancel)
    {
        var all = TermOrder.By(Culture.Current, [.. await TermsAsync(taxonomy, cancel)]);
        var term = set is null ? null : all.FirstOrDefault(t => t.Set == set);
        if (set is not null && term is null) return null;
        return new(taxonomy, TitleOf(taxonomy), term, form ?? (term is null ? new() : TermForm.Of(term)), [.. all.Where(t => t.Set != set)]);
    }

    /// <returns>Null where one of the two is no term of the taxonomy, or both are the same.</returns>
    public async Task<MergeView?> MergeAsync(string taxonomy, string from, string into, CancellationToken cancel)
    {
        var all = await TermsAsync(taxonomy, cancel);
        if (from == into || all.FirstOrDefault(t => t.Set == from) is not { } gone || all.FirstOrDefault(t => t.Set == into) is not { } kept) return null;
        var parts = TermOrder.By(Culture.Current, [.. all.Where(t => t.Parent == from && t.Set != into)]);
        return new(
            gone, kept, [.. Culture.ContentCultures.Where(c => gone.Names.ContainsKey(c.Code) && !kept.Names.ContainsKey(c.Code)).Select(c => (c, gone.Names[c.Code]))],
            parts, parts.Count > 0 && kept.Parent is { } third && third != from);
    }
}
