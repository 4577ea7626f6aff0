using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Portal.Cms.Http;
using Portal.Cms.Localization;

namespace Portal.Cms.Caching;

/// <summary>Which responses are kept in memory: public pages below a culture, for visitors who are not signed in, until a tag or a boundary ends them.</summary>
public sealed class PublicPagePolicy(TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>Name of the cookie that says somebody is signed in; its bearer's requests pass the cache by.</summary>
    public const string SignInCookie = "portal";

    /// <summary>Query keys that change what some public page shows; each page says which of them it reads (<see cref="PageCaching.VaryBy"/>). All others are ignored.</summary>
    public static readonly IReadOnlyList<string> QueryKeys = ["page", "type", "theme", "municipality", "organisation", "year", "status", "kind", "q", "addressee", "verdict", "overdue", "band"];

    static readonly StringValues VaryingKeys = new([.. QueryKeys]);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var eligible = IsOfPublicPage(request)
            && !HostCookies.Has(request, SignInCookie)
            && StringValues.IsNullOrEmpty(request.Headers.Authorization);

        context.EnableOutputCaching = eligible;
        context.AllowCacheLookup = eligible;
        context.AllowCacheStorage = eligible;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = VaryingKeys;
        // The address of the page does not depend on the host name it was asked under, and hosts are allow-listed.
        context.CacheVaryByRules.VaryByHost = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a request asks for a page below a culture; what stands elsewhere (editors' pages, API) is never kept.</summary>
    public static bool IsOfPublicPage(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && Culture.FromPath(request.Path) is not null;

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var page = context.HttpContext.RequestServices.GetRequiredService<PageCaching>();
        var lifetime = page.LifetimeAt(clock.GetUtcNow().UtcDateTime);

        context.Tags.UnionWith(page.Tags);
        context.AllowCacheStorage &= page.IsPublic && page.IsStillTrue && page.Reads(context.HttpContext.Request.Query) && lifetime > TimeSpan.Zero
            && response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }
}
