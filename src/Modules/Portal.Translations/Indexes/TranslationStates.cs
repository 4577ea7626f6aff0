using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Translations.Models;
using Portal.Translations.Texts;

namespace Portal.Translations.Indexes;

/// <summary>Keeps the rows of the board in step with the items, in the transaction that changes them.</summary>
public sealed class TranslationStates(PortalDb db, UnitOfWork work, ContentTypes types) : ISetWatcher
{
    /// <summary>Tag of whatever counts states.</summary>
    public const string Tag = "translations";

    /// <summary>What databases take as parameters of one query without complaint.</summary>
    const int Most = 500;

    sealed record Item(string LocalizationSet, string ContentType, string Culture, string? OrganisationSet, DateTime ModifiedUtc, string Title, bool IsPublic, bool HasDraft, bool IsStale, string? PublishedJson);

    public async Task RefreshAsync(IReadOnlyCollection<string> sets, CancellationToken cancel)
    {
        foreach (var some in sets.Chunk(Most)) await RefreshAsync(some, cancel);
        work.Evict(Tag);
    }

    async Task RefreshAsync(string[] sets, CancellationToken cancel)
    {
        var rows = await db.SetTranslations.Where(s => sets.Contains(s.LocalizationSet)).ToDictionaryAsync(s => s.LocalizationSet, StringComparer.Ordinal, cancel);
        var items = (await ItemsOf(sets).ToListAsync(cancel)).ToLookup(i => i.LocalizationSet, StringComparer.Ordinal);
        foreach (var set in sets)
        {
            var ofSet = items[set].ToList();
            var row = rows.GetValueOrDefault(set);
            if (ofSet.Count == 0 || types.Find(ofSet[0].ContentType) is not { } type || !IsTranslated(type))
            {
                if (row is not null) db.SetTranslations.Remove(row);
                continue;
            }

            if (row is null) db.SetTranslations.Add(row = new() { LocalizationSet = set, ContentType = type.Name });
            Fill(row, ofSet, type);
        }
    }

    IQueryable<Item> ItemsOf(string[] sets) =>
        from item in db.ContentItems
        join latest in db.ContentItemVersions on item.LatestVersionId equals latest.VersionId
        join published in db.ContentItemVersions on item.PublishedVersionId equals published.VersionId into publics
        from published in publics.DefaultIfEmpty()
        join source in db.ContentItemVersions on published.TranslatedFromVersionId equals source.VersionId into sources
        from source in sources.DefaultIfEmpty()
        join original in db.ContentItems on source.ContentItemId equals original.ContentItemId into originals
        from original in originals.DefaultIfEmpty()
        where sets.Contains(item.LocalizationSet)
        select new Item(
            item.LocalizationSet, item.ContentType, item.Culture, item.OrganisationSet, item.ModifiedUtc, latest.DisplayText,
            item.PublishedVersionId != null, item.LatestVersionId != item.PublishedVersionId,
            original != null && original.PublishedVersionId != null && original.PublishedVersionId != source.VersionId,
            published == null ? null : published.Json);

    static void Fill(SetTranslations row, List<Item> items, ContentTypeDefinition type)
    {
        row.OrganisationSet = items.Select(i => i.OrganisationSet).FirstOrDefault(o => o is not null);
        row.ChangedUtc = items.Max(i => i.ModifiedUtc);
        row.Titles = string.Concat(items.Select(i => ContentTitles.Fold(i.Title)));
        (row.Sq, row.Sr, row.Bs, row.En) = (Of("sq"), Of("sr"), Of("bs"), Of("en"));

        TranslationState Of(string culture) => items.Find(i => i.Culture == culture) is { } item ? StateOf(item, type) : TranslationState.Missing;
    }

    static TranslationState StateOf(Item item, ContentTypeDefinition type)
    {
        var state = item.HasDraft ? TranslationState.InWork : TranslationState.Missing;
        if (!item.IsPublic) return state;
        state |= item.IsStale ? TranslationState.Stale : TranslationState.Current;
        return IsSummary(item.PublishedJson!, type) ? state | TranslationState.SummaryOnly : state;
    }

    /// <summary>A type that has languages with a summary alone says so in a field of this name.</summary>
    static bool IsSummary(string json, ContentTypeDefinition type)
    {
        if (TypeTexts.Of(type).Own.FirstOrDefault(o => o.Field == "SummaryOnly") is not { Field: { } field, Part: var part }) return false;
        return (bool?)ContentDocument.Parse(json).Content[part]?[field]?[nameof(BooleanField.Value)] == true;
    }

    static bool IsTranslated(ContentTypeDefinition type) => type.Parts.Any(p => p.Type == typeof(LocalizationPart)) && TypeTexts.Of(type) is { Fields.Count: > 0 };
}
