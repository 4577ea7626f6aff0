using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;
using Portal.Cms.Data;

namespace Portal.Cms.Caching;

/// <summary>
/// Keeps what public pages have read, so that a page which is made anew (for somebody who is signed in, or when it fell out of the output cache) asks the database nothing.
/// A kept view ends when the page that it was read for would: by any of the page's tags, or when the page changes by itself. Scoped.
/// </summary>
/// <remarks>
/// Only what is the same for every visitor may be read here; the Razor view may still ask who is reading. Views are shared between requests, so they are never changed after they were read.
/// </remarks>
public sealed class KeptViews(PageCaching caching, ViewStore store, IHttpContextAccessor http, TimeProvider clock)
{
    (string Address, object View)? pending;

    /// <summary>The view kept for the address of this request, with everything that the page says about being kept; or else what <paramref name="read"/> gives.</summary>
    /// <returns>Null where <paramref name="read"/> gives null; that is not kept.</returns>
    public async Task<TView?> GetAsync<TView>(Func<Task<TView?>> read) where TView : class
    {
        if (AddressOf(http.HttpContext!.Request) is not { } address) return await read();
        if (store.Find(address, clock.UtcNow) is { View: TView view } kept)
        {
            caching.Tag(kept.Tags);
            caching.VaryBy(kept.QueryKeys);
            caching.ChangesAt(kept.EndsUtc);
            return view;
        }

        var found = await read();
        if (found is not null) pending = (address, found);
        return found;
    }

    /// <summary>Keeps what was read, once the page has said all about its being kept. Called before the Razor view runs.</summary>
    public void Keep()
    {
        if (pending is not (var address, var view) || !caching.IsPublic || !caching.IsStillTrue || !caching.Reads(http.HttpContext!.Request.Query)) return;

        store.Keep(address, new(view, [.. caching.Tags], [.. caching.QueryKeys], clock.UtcNow + caching.LifetimeAt(clock.UtcNow), caching.Stamp));
    }

    /// <returns>Path and query, as far as they decide what a page shows; null for what is not a public page, such as a preview.</returns>
    static string? AddressOf(HttpRequest request)
    {
        if (!PublicPagePolicy.IsOfPublicPage(request)) return null;
        if (request.Query.Count == 0) return request.Path;
        return request.Path + QueryString.Create(PublicPagePolicy.QueryKeys.Where(request.Query.ContainsKey).SelectMany(k => request.Query[k].Select(v => KeyValuePair.Create(k, v))));
    }
}

/// <summary>The views that <see cref="KeptViews"/> keeps in this process: those of the pages that are read most.</summary>
public sealed class ViewStore(Evictions evictions) : IDisposable
{
    /// <summary>With the HTML of its texts a view takes about twice what its page weighs, some thirty kilobytes; this many take about fifteen megabytes.</summary>
    const int Most = 500;

    readonly MemoryCache views = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="EndsUtc">The page changes by itself then.</param>
    /// <param name="Stamp">Of <see cref="Evictions"/>, from before the view was read.</param>
    public sealed record Kept(object View, string[] Tags, string[] QueryKeys, DateTime EndsUtc, long Stamp);

    public Kept? Find(string address, DateTime nowUtc) =>
        views.TryGetValue(address, out Kept? kept) && kept!.EndsUtc > nowUtc && evictions.NoneOf(kept.Tags, kept.Stamp) ? kept : null;

    public void Keep(string address, Kept kept) => views.Set(address, kept, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => views.Dispose();
}
