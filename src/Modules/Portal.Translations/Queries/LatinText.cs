using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Translations.Texts;

namespace Portal.Translations.Queries;

/// <summary>A passage of a Serbian text in both scripts.</summary>
/// <param name="Rendering">What transliteration gives.</param>
/// <param name="Correction">What an editor wrote instead; null = nothing.</param>
public sealed record LatinRow(string Hash, string Cyrillic, string Rendering, string? Correction);

/// <param name="Field">The field that the passages are from.</param>
public sealed record LatinField(TranslatableField Field, TextBag? Bag, int Number, IReadOnlyList<LatinRow> Rows);

/// <param name="Unused">Corrections of passages that the text no longer has, or that read otherwise now.</param>
public sealed record LatinView(ContentTypeDefinition Type, ContentItem Item, string Title, IReadOnlyList<LatinField> Fields, IReadOnlyList<LatinPassage> Unused)
{
    public IEnumerable<LatinRow> Rows => Fields.SelectMany(f => f.Rows).DistinctBy(r => r.Hash, StringComparer.Ordinal);
}

/// <summary>Reads the Serbian text of a set as Latin letters show it: one query.</summary>
public sealed class LatinText(PortalDb db, ContentTypes types)
{
    /// <returns>Null where the set has no Serbian text.</returns>
    public async Task<LatinView?> FindAsync(string set, CancellationToken cancel)
    {
        var row = await (from item in db.ContentItems.AsNoTracking()
                         join latest in db.ContentItemVersions.AsNoTracking() on item.LatestVersionId equals latest.VersionId
                         where item.LocalizationSet == set && item.Culture == Culture.Sr.Code
                         select new { item, latest.Json, latest.DisplayText }).SingleOrDefaultAsync(cancel);
        if (row is null || types.Find(row.item.ContentType) is not { } type) return null;

        var document = ContentDocument.Parse(row.Json);
        var known = (document.As<LatinPassagesPart>()?.Passages ?? []).DistinctBy(p => p.Source, StringComparer.Ordinal).ToDictionary(p => p.Source, p => p.Latin, StringComparer.Ordinal);
        var texts = TypeTexts.Of(type);
        List<LatinField> fields =
        [
            .. texts.Fields.Select(f => new LatinField(f, null, 0, Rows(f.Read(document.Content)))),
            .. from bag in texts.Bags
               from item in BagItems.Of(document.Content, bag.Name).Select((content, index) => (content, index))
               from field in bag.Items.Fields
               select new LatinField(field, bag, item.index + 1, Rows(field.Read(item.content))),
        ];
        var used = fields.SelectMany(f => f.Rows).Select(r => r.Hash).ToHashSet(StringComparer.Ordinal);
        return new(type, row.item, row.DisplayText, [.. fields.Where(f => f.Rows.Count > 0)], [.. known.Where(k => !used.Contains(k.Key)).Select(k => new LatinPassage(k.Key, k.Value))]);

        List<LatinRow> Rows(IReadOnlyList<string> passages) =>
            [.. from passage in passages where passage.Length > 0 let hash = Passages.Hash(passage) select new LatinRow(hash, passage, Transliterator.ToLatinExceptAddresses(passage), known.GetValueOrDefault(hash))];
    }
}
