using Microsoft.EntityFrameworkCore;
using Portal.CaseStudies.Models;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;

namespace Portal.CaseStudies.Queries;

/// <param name="Href">Its own page.</param>
public sealed record ComparedCaseStudy(string Set, string Href, CaseStudyText Text);

/// <param name="Missing">How many of those asked for are not published in this language.</param>
public sealed record ComparisonView(Culture Culture, IReadOnlyList<ComparedCaseStudy> CaseStudies, int Missing, string ListHref);

/// <summary>Two or three case studies side by side, in the order asked for.</summary>
public sealed class CompareCaseStudies(PortalDb db, PublishedContent content, ContentTypes types, ContentNames names, MarkdownRenderer markdown, MediaFiles media)
{
    public const int Most = 3;

    /// <param name="sets">Localization sets; no more than <see cref="Most"/> are shown.</param>
    public async Task<ComparisonView> RunAsync(IEnumerable<string> sets, Culture culture, CancellationToken cancel)
    {
        string[] wanted = [.. sets.Where(s => s.Length is > 0 and <= 100).Distinct(StringComparer.Ordinal).Take(Most)];
        var ids = await db.ContentItemIndex.Where(i => wanted.Contains(i.LocalizationSet) && i.ContentType == nameof(CaseStudy) && i.Culture == culture.ContentCode)
            .ToDictionaryAsync(i => i.LocalizationSet, i => i.ContentItemId, StringComparer.Ordinal, cancel);
        var found = new List<(string Set, PublishedItem Item)>();
        foreach (var set in wanted.Where(ids.ContainsKey))
        {
            if (await content.FindAsync(ids[set], cancel) is { } item) found.Add((set, item));
        }

        var named = await names.InAsync(culture, found.SelectMany(f => CaseStudyText.NamedIn(f.Item.Document)), cancel);
        return new(
            culture, [.. found.Select((f, index) => new ComparedCaseStudy(f.Set, $"/{culture.Code}/{f.Item.Path}", CaseStudyText.Of(f.Item.Document, culture, named, markdown, media, $"c{index}-")))],
            wanted.Length - found.Count, $"/{culture.Code}/{types.Find(nameof(CaseStudy))!.SlugIn(culture)}");
    }
}
