using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Content.Indexing;

/// <summary>Keeps the list rows and references of published items in step with them, for every type with a <see cref="ContentListing"/> or pickers.</summary>
public sealed class ContentIndexer(PortalDb db, ContentTypes types, UnitOfWork work, TimeProvider clock) : ContentHandler
{
    /// <summary>What is kept of a summary; lists show less.</summary>
    const int LongestSummary = 600;

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        if (types.Find(change.Item.ContentType) is not { } type) return;

        await IndexReferencesAsync(change, type, cancel);
        if (type.Listing is { } listing && change.Item.PublishedPath is { } path) await IndexAsync(change, listing, path, cancel);
    }

    public override async Task UnpublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var (item, _, _) = change;
        if (await db.ContentItemIndex.FindAsync([item.ContentItemId], cancel) is { } row) db.ContentItemIndex.Remove(row);
        if (!await db.ContentItems.AnyAsync(i => i.LocalizationSet == item.LocalizationSet && i.ContentItemId != item.ContentItemId && i.PublishedVersionId != null, cancel))
        {
            var references = await db.ContentReferences.Where(r => r.LocalizationSet == item.LocalizationSet).ToListAsync(cancel);
            db.ContentReferences.RemoveRange(references);
            EvictTargets(references);
        }
    }

    async Task IndexAsync(ContentChange change, ContentListing listing, string path, CancellationToken cancel)
    {
        var (item, _, document) = change;
        if (await db.ContentItemIndex.FindAsync([item.ContentItemId], cancel) is not { } row)
        {
            row = new() { ContentItemId = item.ContentItemId, LocalizationSet = item.LocalizationSet, Culture = item.Culture, ContentType = item.ContentType };
            db.ContentItemIndex.Add(row);
        }

        var facts = listing.Facts(document);
        (row.Title, row.Path, row.ShortTitle) = (document.DisplayText, path, facts.ShortTitle?.Trim() ?? "");
        row.Summary = Excerpt.Of(facts.Summary ?? "", LongestSummary);
        (row.PublishedUtc, row.ModifiedUtc) = (item.PublishedUtc ?? clock.UtcNow, change.Version.ModifiedUtc);
        row.SortKey = Culture.TryFrom(item.Culture, out var culture) ? SortKeys.For(culture, row.Title) : [];
        var latin = InLatin(document, listing);
        (row.LatinTitle, row.LatinShortTitle, row.LatinSummary) = (latin.Title, latin.Facts.ShortTitle?.Trim() ?? "", Excerpt.Of(latin.Facts.Summary ?? "", LongestSummary));
        row.LatinSortKey = culture == Culture.Sr ? SortKeys.For(Culture.SrLatn, latin.Title.Length > 0 ? latin.Title : row.Title) : [];

        // Shared fields: publishing them in one culture publishes them in all.
        row.Day = facts.Day ?? DateOnly.FromDateTime(row.PublishedUtc);
        foreach (var sibling in (await db.ContentItemIndex.Where(i => i.LocalizationSet == item.LocalizationSet).ToListAsync(cancel)).Append(row))
        {
            (sibling.Kind, sibling.Band, sibling.StartsUtc, sibling.EndsUtc, sibling.ListedUtc) = (facts.Kind ?? "", facts.Band ?? "", facts.StartsUtc, facts.EndsUtc, facts.ListedUtc);
            sibling.OrganisationSet = document.As<OrganisationPart>()?.Set;
            if (facts.Day is { } day) sibling.Day = day;
            sibling.Year = sibling.Day.Year;
        }
    }

    /// <returns>What lists show in Latin letters; nothing where no editor has corrected them.</returns>
    static (string Title, ListFacts Facts) InLatin(ContentDocument document, ContentListing listing)
    {
        if (document.As<LatinPassagesPart>() is not { Passages.Count: > 0 }) return ("", new());
        var corrected = new ContentDocument((JsonObject)document.Content.DeepClone());
        LatinPassagesPart.Apply(corrected);
        return (corrected.DisplayText, listing.Facts(corrected));
    }

    async Task IndexReferencesAsync(ContentChange change, ContentTypeDefinition type, CancellationToken cancel)
    {
        var set = change.Item.LocalizationSet;
        var wanted = type.Pickers.SelectMany(p => Targets(change.Document, p.Part, p.Field).Select(t => (Field: $"{p.Part}.{p.Field}", Target: t))).ToHashSet();
        var known = await db.ContentReferences.Where(r => r.LocalizationSet == set).ToListAsync(cancel);
        List<ContentReference> gone = [.. known.Where(r => !wanted.Contains((r.Field, r.Target)))];
        List<ContentReference> come = [.. wanted.Except(known.Select(r => (r.Field, r.Target))).Select(r => new ContentReference { LocalizationSet = set, Field = r.Field, Target = r.Target })];
        db.ContentReferences.RemoveRange(gone);
        db.ContentReferences.AddRange(come);
        EvictTargets(gone.Concat(come));
    }

    /// <summary>The page of an item may show what points to it: a later edition, what was recommended there.</summary>
    void EvictTargets(IEnumerable<ContentReference> changed) => work.Evict(changed.SelectMany(r => r.Field == TermTree.ParentField ? [Tags.Set(r.Target), Tags.Terms] : new[] { Tags.Set(r.Target) }));

    static IEnumerable<string> Targets(ContentDocument document, string part, string field) =>
        ((document.Content[part] as JsonObject)?[field] as JsonObject)?["LocalizationSets"] is JsonArray sets
            ? sets.OfType<JsonValue>().Select(s => (string?)s).OfType<string>().Where(s => s.Length > 0) : [];
}
