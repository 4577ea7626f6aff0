using Microsoft.Extensions.Caching.Memory;

namespace Portal.Cms.Caching;

/// <summary>Small in-process cache for what many pages ask for (paths, menus, settings). Entries fall out of date by tag, exactly when a change with that tag is committed.</summary>
public sealed class TaggedCache(Evictions evictions) : IDisposable
{
    // Entries, not bytes: each is a path, a menu or a handful of names.
    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    sealed record Entry(object? Value, string[] Tags, long Stamp);

    /// <summary>The cached value, or what <paramref name="read"/> gives, which is then kept until one of the tags is evicted.</summary>
    public async ValueTask<T> GetAsync<T>(object key, string[] tags, Func<Task<T>> read)
    {
        if (cache.TryGetValue(key, out Entry? found) && evictions.NoneOf(found!.Tags, found.Stamp)) return (T)found.Value!;

        var stamp = evictions.Stamp;
        var value = await read();
        cache.Set(key, new Entry(value, tags, stamp), new MemoryCacheEntryOptions { Size = 1 });
        return value;
    }

    public void Dispose() => cache.Dispose();
}
