using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Site.Models;

namespace Portal.Site.Queries;

public sealed record PageView(string Title, string Summary, RenderedText Body, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>A page of the site's own: two queries, and one per module that adds to it.</summary>
public sealed class PageText(PortalDb db, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown)
{
    public async Task<PageView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        var stored = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                            join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                            where item.ContentItemId == route.Id
                            select new { version.Json, shared.PublishedJson }).SingleOrDefaultAsync(cancel);
        if (stored is null) return null;

        var document = ContentDocument.Compose(stored.Json, stored.PublishedJson);
        return new(
            route.Culture.Render(document.DisplayText),
            route.Culture.Render(document.As<Page>()?.Summary?.Text?.Trim() ?? ""),
            markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, route.Culture),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, route.Culture, []), cancel));
    }
}
