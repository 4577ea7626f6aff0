using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Consultations.Queries;

/// <summary>The text that somebody had before them when they wrote, where it says something else today.</summary>
/// <param name="ContentItemId">The consultation in the culture that they read.</param>
public sealed record SeenText(string ContentItemId, string VersionId);

/// <summary>A section that people commented on and that is not in the text that the reader has before them.</summary>
/// <param name="Lang">Language of its words.</param>
/// <param name="IsFormer">Taken out of the text; false: it is there, and only the reader's culture has no translation.</param>
public sealed record AbsentSection(string SectionId, string Heading, IReadOnlyList<string> Paragraphs, string Lang, bool IsFormer);

/// <summary>Says of comments what became of the text that they are about.</summary>
public sealed class SeenTexts(PortalDb db)
{
    /// <param name="seen">Versions and sections that comments were written on.</param>
    /// <returns>Those whose section says something else now, or is gone from the text. Two queries.</returns>
    public async Task<IReadOnlyDictionary<(string VersionId, string SectionId), SeenText>> ChangedAsync(IReadOnlyCollection<(string VersionId, string SectionId)> seen, CancellationToken cancel)
    {
        var ids = seen.Select(s => s.VersionId).Distinct(StringComparer.Ordinal).ToList();
        var old = ids.Count == 0 ? [] : await (from version in db.ContentItemVersions
                                               join item in db.ContentItems on version.ContentItemId equals item.ContentItemId
                                               where ids.Contains(version.VersionId) && item.PublishedVersionId != null && item.PublishedVersionId != version.VersionId
                                               select new { version.VersionId, version.Json, item.ContentItemId, item.PublishedVersionId }).AsNoTracking().ToListAsync(cancel);
        if (old.Count == 0) return new Dictionary<(string, string), SeenText>();

        var current = old.Select(o => o.PublishedVersionId!).Distinct(StringComparer.Ordinal).ToList();
        var today = (await db.ContentItemVersions.AsNoTracking().Where(v => current.Contains(v.VersionId)).Select(v => new { v.VersionId, v.Json }).ToListAsync(cancel))
            .ToDictionary(v => v.VersionId, v => Words(v.Json), StringComparer.Ordinal);
        return (from version in old
                let then = Words(version.Json)
                let now = today[version.PublishedVersionId!]
                from pair in seen.Distinct()
                where pair.VersionId == version.VersionId && then.TryGetValue(pair.SectionId, out var was) && now.GetValueOrDefault(pair.SectionId)?.Says(was) != true
                select (pair, new SeenText(version.ContentItemId, version.VersionId))).ToDictionary(x => x.pair, x => x.Item2);
    }

    /// <param name="order">The sections of the text as it is, in every culture.</param>
    /// <returns>The sections with the words that they last had in public: in the reader's culture if ever, else in another.</returns>
    public async Task<IReadOnlyList<AbsentSection>> AbsentAsync(string set, IReadOnlyCollection<string> ids, IReadOnlyList<string> order, Culture culture, CancellationToken cancel)
    {
        var found = new Dictionary<string, AbsentSection>(StringComparer.Ordinal);
        var versions = (from version in db.ContentItemVersions
                        join item in db.ContentItems on version.ContentItemId equals item.ContentItemId
                        where item.LocalizationSet == set && version.PublishedUtc != null
                        orderby item.Culture == culture.ContentCode descending, version.PublishedUtc descending, item.Culture
                        select new { item.Culture, version.Json }).AsNoTracking().AsAsyncEnumerable();
        await foreach (var version in versions.WithCancellation(cancel))
        {
            var words = Words(version.Json);
            foreach (var id in ids.Where(id => !found.ContainsKey(id) && words.ContainsKey(id)))
            {
                var lang = Culture.TryFrom(version.Culture, out var own) ? own.HtmlLang : version.Culture;
                var (heading, paragraphs) = (words[id].Heading, words[id].Paragraphs);
                if (version.Culture == culture.ContentCode && culture.IsRendering) (lang, heading, paragraphs) = (culture.HtmlLang, culture.Render(heading), [.. paragraphs.Select(p => culture.Render(p))]);
                found[id] = new(id, heading, paragraphs, lang, !order.Contains(id, StringComparer.Ordinal));
            }

            if (found.Count == ids.Count) break;
        }

        return [.. ids.Select(id => found.GetValueOrDefault(id)).OfType<AbsentSection>()];
    }

    static Dictionary<string, SectionWords> Words(string json) => TextVersions.Sections(ContentDocument.Parse(json)).DistinctBy(s => s.SectionId, StringComparer.Ordinal).ToDictionary(s => s.SectionId, StringComparer.Ordinal);
}
