using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Publications.Models;

namespace Portal.Publications.Queries;

/// <param name="Publications">All of its publications in the reader's culture, the latest first.</param>
public sealed record SeriesView(string Title, string Issn, RenderedText About, string Description, IReadOnlyList<ContentEntry> Publications, string JsonLd, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>The page of one series: a constant number of queries, however many publications it has.</summary>
public sealed class SeriesPage(
    PortalDb db, PublishedContent content, ContentEntries entries, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown, SchemaOrg schema, TimeProvider clock)
{
    /// <summary>A series of more has a list page of its own culture's analyses.</summary>
    const int Most = 200;

    const string SeriesField = $"{nameof(PolicyAnalysis)}.{nameof(PolicyAnalysis.Series)}";

    public async Task<SeriesView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, now) = (route.Culture, clock.UtcNow);
        var rows = await db.ContentItemIndex.AsNoTracking().OfType(nameof(PolicyAnalysis), now).Where(i => i.Culture == culture.ContentCode)
            .PointingTo(db, SeriesField, route.Set).InOrder(ListOrder.Newest, culture, now).Take(Most).ToListAsync(cancel);
        var (title, issn) = (culture.Render(document.DisplayText), document.As<Series>()?.Issn?.Text ?? "");
        return new(
            title, issn, markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture), culture.Render(Excerpt.ForPrograms(document)), await entries.OfAsync(rows, culture, cancel),
            await schema.OfAsync("CreativeWorkSeries", culture, item, new() { ["name"] = title, ["issn"] = issn.Length > 0 ? issn : null }),
            await siblings.OfAsync(route.Set, cancel), await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }
}
