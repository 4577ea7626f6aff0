using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Media.Serving;

/// <summary>Before a page is made, the catalogue knows of every change.</summary>
public sealed class CatalogueFilter(MediaCatalogue catalogue) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // The page that reports a failure asks no database: the database may be what failed.
        if (context.HttpContext.Features.Get<IExceptionHandlerPathFeature>() is null) await catalogue.RefreshAsync(context.HttpContext.RequestAborted);
        await next();
    }
}
