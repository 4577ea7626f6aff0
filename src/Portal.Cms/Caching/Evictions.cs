using System.Collections.Concurrent;

namespace Portal.Cms.Caching;

/// <summary>Remembers when each tag was last evicted, so that something computed before an eviction is never kept after it.</summary>
/// <remarks>A stamp, not a clock: it grows by one with each eviction in this process.</remarks>
public sealed class Evictions
{
    readonly ConcurrentDictionary<string, long> last = new(StringComparer.Ordinal);
    long stamp;

    /// <summary>Take this before reading what is to be cached.</summary>
    public long Stamp => Interlocked.Read(ref stamp);

    public void Evict(string tag) => last[tag] = Interlocked.Increment(ref stamp);

    /// <returns>Whether none of the tags was evicted after <paramref name="since"/> was taken.</returns>
    public bool NoneOf(IEnumerable<string> tags, long since)
    {
        foreach (var tag in tags)
        {
            if (last.TryGetValue(tag, out var at) && at > since) return false;
        }

        return true;
    }
}
