using Microsoft.AspNetCore.Http;

namespace Portal.Cms.Caching;

/// <summary>What this request's page says about being kept: whether at all, under which tags, until when. Scoped.</summary>
public sealed class PageCaching(Evictions evictions)
{
    /// <summary>Longest time a page is kept without being asked for anew; tags and boundaries usually end it sooner.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    readonly HashSet<string> tags = new(StringComparer.Ordinal);
    readonly HashSet<string> queryKeys = new(StringComparer.OrdinalIgnoreCase);
    readonly long stamp = evictions.Stamp;
    DateTime? until;

    /// <summary>Set by <see cref="PublicPageAttribute"/>: the page holds nothing about its visitor.</summary>
    public bool IsPublic { get; set; }

    public IReadOnlySet<string> Tags => tags;

    public IReadOnlySet<string> QueryKeys => queryKeys;

    public void Tag(params IEnumerable<string> more) => tags.UnionWith(more);

    /// <summary>The page changes by itself at this instant (UTC): a phase begins, a window closes. It is not kept beyond it.</summary>
    public void ChangesAt(DateTime? instantUtc)
    {
        if (instantUtc is { } instant && (until is null || instant < until)) until = instant;
    }

    /// <summary>The page shows something else for another value of these query keys, which <see cref="PublicPagePolicy.QueryKeys"/> has to know. A page that says nothing is the same whatever the query.</summary>
    public void VaryBy(params IEnumerable<string> keys) => queryKeys.UnionWith(keys);

    /// <summary>Whether the page reads all that was asked of it: else <c>?q=1, ?q=2 …</c> would fill the cache with copies of one page.</summary>
    public bool Reads(IQueryCollection query) => query.Keys.All(k => queryKeys.Contains(k) || !PublicPagePolicy.QueryKeys.Contains(k, StringComparer.OrdinalIgnoreCase));

    /// <summary>Stamp of <see cref="Evictions"/> from before the page began to read.</summary>
    public long Stamp => stamp;

    /// <summary>Whether nothing that the page shows was changed while it was being made.</summary>
    public bool IsStillTrue => evictions.NoneOf(tags, stamp);

    /// <returns>How long the page may be kept from now; zero or less = not at all.</returns>
    public TimeSpan LifetimeAt(DateTime nowUtc) => until is { } end && end - nowUtc < Longest ? end - nowUtc : Longest;
}
