using Microsoft.Extensions.Caching.Memory;

namespace Portal.Cms.Caching;

/// <summary>Small in-process cache for what many pages ask for (paths, menus, settings). Entries fall out of date by tag, exactly when a change with that tag is committed.</summary>
public sealed class TaggedCache(Evictions evictions) : IDisposable
{
    // Entries of about half a kilobyte: a path, a menu, a handful of names. Larger ones say how many of these they weigh.
    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    sealed record Entry(object? Value, string[] Tags, long Stamp);

    /// <summary>The cached value, or what <paramref name="read"/> gives, which is then kept until one of the tags is evicted.</summary>
    /// <param name="weight">How many times half a kilobyte the value takes, where it may take more than one.</param>
    public async ValueTask<T> GetAsync<T>(object key, string[] tags, Func<Task<T>> read, Func<T, int>? weight = null)
    {
        if (cache.TryGetValue(key, out Entry? found) && evictions.NoneOf(found!.Tags, found.Stamp)) return (T)found.Value!;

        var stamp = evictions.Stamp;
        var value = await read();
        cache.Set(key, new Entry(value, tags, stamp), new MemoryCacheEntryOptions { Size = weight?.Invoke(value) ?? 1 });
        return value;
    }

    public void Dispose() => cache.Dispose();
}
