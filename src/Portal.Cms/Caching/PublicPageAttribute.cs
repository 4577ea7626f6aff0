using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Cms.Caching;

/// <summary>A page that is the same for every visitor who is not signed in, and so is kept in the output cache under these tags (see <see cref="Caching.Tags"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicPageAttribute(params string[] tags) : ActionFilterAttribute
{
    public IReadOnlyList<string> Tags => tags;

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var caching = context.HttpContext.RequestServices.GetRequiredService<PageCaching>();
        caching.IsPublic = true;
        caching.Tag(tags);
    }
}
