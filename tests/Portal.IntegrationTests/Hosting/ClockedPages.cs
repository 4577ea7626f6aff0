using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Keeps pages as long as the portal says, by the test's clock.</summary>
public sealed class ClockedPages(FakeClock clock) : IOutputCacheStore
{
    readonly ConcurrentDictionary<string, Page> pages = new(StringComparer.Ordinal);

    sealed record Page(byte[] Content, string[] Tags, DateTimeOffset Until);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(pages.TryGetValue(key, out var page) && clock.GetUtcNow() < page.Until ? page.Content : null);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        pages[key] = new(value, tags ?? [], clock.GetUtcNow() + validFor);
        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        foreach (var (key, page) in pages.Where(p => p.Value.Tags.Contains(tag, StringComparer.Ordinal))) pages.TryRemove(KeyValuePair.Create(key, page));
        return ValueTask.CompletedTask;
    }
}
