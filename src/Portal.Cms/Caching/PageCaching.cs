namespace Portal.Cms.Caching;

/// <summary>What this request's page says about being kept: whether at all, under which tags, until when. Scoped.</summary>
public sealed class PageCaching(Evictions evictions)
{
    /// <summary>Longest time a page is kept without being asked for anew; tags and boundaries usually end it sooner.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    readonly HashSet<string> tags = new(StringComparer.Ordinal);
    readonly long stamp = evictions.Stamp;
    DateTime? until;

    /// <summary>Set by <see cref="PublicPageAttribute"/>: the page holds nothing about its visitor.</summary>
    public bool IsPublic { get; set; }

    public IReadOnlySet<string> Tags => tags;

    public void Tag(params IEnumerable<string> more) => tags.UnionWith(more);

    /// <summary>The page changes by itself at this instant (UTC): a phase begins, a window closes. It is not kept beyond it.</summary>
    public void ChangesAt(DateTime? instantUtc)
    {
        if (instantUtc is { } instant && (until is null || instant < until)) until = instant;
    }

    /// <summary>Whether nothing that the page shows was changed while it was being made.</summary>
    public bool IsStillTrue => evictions.NoneOf(tags, stamp);

    /// <returns>How long the page may be kept from now; zero or less = not at all.</returns>
    public TimeSpan LifetimeAt(DateTime nowUtc) => until is { } end && end - nowUtc < Longest ? end - nowUtc : Longest;
}
