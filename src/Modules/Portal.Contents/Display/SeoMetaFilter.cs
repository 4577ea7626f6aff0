using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;

namespace Portal.Contents.Display;

/// <summary>Puts what an item says to search engines into the head of its page, whatever module shows it. Types without <see cref="SeoMetaPart"/> cost nothing.</summary>
public sealed class SeoMetaFilter(ContentTypes types, PublishedContent content, PageFrame frame, PortalDb db, TaggedCache cache) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && context.HttpContext.Items[typeof(ContentRoute)] is ContentRoute { Id: { } id } route
            && types.Find(route.ContentType)?.Parts.Any(p => p.Type == typeof(SeoMetaPart)) == true && await MetaAsync(id, route.Set, context.HttpContext.RequestAborted) is { } meta)
        {
            if (!string.IsNullOrWhiteSpace(meta.PageTitle)) frame.Title = route.Culture.Render(meta.PageTitle.Trim());
            if (!string.IsNullOrWhiteSpace(meta.MetaDescription)) frame.Description = route.Culture.Render(meta.MetaDescription.Trim());
            if (meta.MetaRobots?.Contains("noindex", StringComparison.OrdinalIgnoreCase) == true) frame.NoIndex = true;
        }

        await next();
    }

    async ValueTask<SeoMetaPart?> MetaAsync(string id, string set, CancellationToken cancel)
    {
        if (content.IsPreviewed(id)) return (await content.FindAsync(id, cancel))?.Document.As<SeoMetaPart>();
        return await cache.GetAsync(("seo", id), [Tags.Set(set)], async () =>
        {
            var json = await (from item in db.ContentItems
                              join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                              where item.ContentItemId == id
                              select version.Json).SingleOrDefaultAsync(cancel);
            return json is null ? null : ContentDocument.Parse(json).As<SeoMetaPart>();
        });
    }
}
