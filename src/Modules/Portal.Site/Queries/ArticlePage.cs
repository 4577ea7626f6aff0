using System.Globalization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Site.Models;

namespace Portal.Site.Queries;

public sealed record ArticleView(
    string Title, string Summary, DateOnly? Day, ContentName? Organisation, MediaFile? Picture, RenderedText Body, string JsonLd, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>One piece of news: two queries, and one per module that adds to it.</summary>
public sealed class ArticlePage(PublishedContent content, SiblingAddresses siblings, ContentSections sections, ContentNames names, MarkdownRenderer markdown, MediaFiles media, SchemaOrg schema)
{
    public async Task<ArticleView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, part) = (route.Culture, document.As<Article>() ?? new());
        var organisation = document.As<OrganisationPart>()?.Set is { } set ? (await names.InAsync(culture, [set], cancel)).GetValueOrDefault(set) : null;
        var (title, summary, day) = (culture.Render(document.DisplayText), culture.Render(part.Summary?.Text?.Trim() ?? ""), part.Date?.Day);
        return new(
            title, summary, day, organisation, media.Of(part.Picture, culture) is [var picture, ..] ? picture : null, markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture),
            await schema.OfAsync("NewsArticle", culture, item, new()
            {
                ["headline"] = title, ["description"] = summary.Length > 0 ? summary : null,
                ["datePublished"] = (day ?? DateOnly.FromDateTime(item.PublishedUtc)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["author"] = organisation is null ? null : SchemaOrg.Organisation(organisation.Name),
            }),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }
}
