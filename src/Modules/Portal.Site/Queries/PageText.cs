using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Site.Models;

namespace Portal.Site.Queries;

public sealed record PageView(string Title, string Summary, RenderedText Body, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>A page of the site's own: two queries, and one per module that adds to it.</summary>
public sealed class PageText(PublishedContent content, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown)
{
    public async Task<PageView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document }) return null;

        return new(
            route.Culture.Render(document.DisplayText),
            route.Culture.Render(document.As<Page>()?.Summary?.Text?.Trim() ?? ""),
            markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, route.Culture),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, route.Culture, []), cancel));
    }
}
