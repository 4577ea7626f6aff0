using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Contents.Display;

namespace Portal.Contents.Queries;

/// <summary>The page of an item whose type no module knows.</summary>
/// <param name="List">The item that this one belongs to.</param>
/// <param name="Children">Items that belong to this one.</param>
public sealed record GenericView(string Title, IReadOnlyList<ReadGroup> Groups, IReadOnlyList<IHtmlContent> Widgets, FieldLink? List, IReadOnlyList<FieldLink> Children, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>Reads any item by its definition: a constant number of queries, whatever it holds.</summary>
public sealed class GenericPage(PublishedContent content, ContentTypes types, FieldReader fields, PortalDb db, PageCaching caching, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown)
{
    const int MostChildren = 200;

    public async Task<GenericView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (types.Find(route.ContentType) is not { } type || await content.FindAsync(route.Id!, cancel) is not { Document: var document }) return null;

        return new(
            route.Culture.Render(document.DisplayText),
            await fields.ReadAsync(type, document, route.Culture, (_, _) => true, cancel),
            FlowWidgets.Of(document, route.Culture, markdown),
            document.As<ContainedPart>()?.ListContentItemId is { Length: > 0 } list && await LinksAsync(db.ContentItems.Where(i => i.ContentItemId == list), route, cancel) is [var found, ..] ? found : null,
            type.Parts.Any(p => p.Type == typeof(ListPart)) ? await ChildrenAsync(type, route, cancel) : [],
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, route.Culture, []), cancel));
    }

    /// <summary>Children name their list in their own JSON; the types that the list may hold are looked through.</summary>
    async Task<IReadOnlyList<FieldLink>> ChildrenAsync(ContentTypeDefinition type, ContentRoute route, CancellationToken cancel)
    {
        string[] held = [.. type.Parts.Single(p => p.Type == typeof(ListPart)).ContainedTypes];
        caching.Tag(held.Select(Tags.Type));
        var mark = $"\"{nameof(ContainedPart.ListContentItemId)}\":\"{route.Id}\"";
        return await LinksAsync(
            from item in db.ContentItems
            join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
            where held.Contains(item.ContentType) && version.Json.Contains(mark)
            select item, route, cancel);
    }

    async Task<IReadOnlyList<FieldLink>> LinksAsync(IQueryable<ContentItem> items, ContentRoute route, CancellationToken cancel)
    {
        var rows = await (from item in items
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          where item.PublishedPath != null
                          orderby item.PublishedUtc descending
                          select new { item.Culture, item.PublishedPath, version.DisplayText }).Take(MostChildren).ToListAsync(cancel);
        return [.. rows.Select(r => r.Culture == route.Culture.ContentCode ? new FieldLink($"/{route.Culture.Code}/{r.PublishedPath}", route.Culture.Render(r.DisplayText)) : new FieldLink($"/{r.Culture}/{r.PublishedPath}", r.DisplayText))];
    }
}
