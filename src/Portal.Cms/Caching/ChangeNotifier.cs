using Microsoft.AspNetCore.OutputCaching;
using Portal.Cms.Data;

namespace Portal.Cms.Caching;

/// <summary>Tells this process what a committed change made untrue: evicts its caches and wakes the outbox worker.</summary>
public sealed class ChangeNotifier(Evictions evictions, IOutputCacheStore pages, OutboxSignal outbox, IEnumerable<IChangeListener> listeners)
{
    /// <summary>Called by the acting process before it answers, and by <see cref="ChangeLogTail"/> for what others did.</summary>
    /// <param name="told">Whether the change left messages in the outbox.</param>
    public async Task CommittedAsync(IEnumerable<string> tags, bool told)
    {
        string[] all = [.. tags];
        if (all.Length > 0)
        {
            foreach (var listener in listeners) await listener.ChangedAsync(all);
        }

        foreach (var tag in all)
        {
            evictions.Evict(tag);
            // Not cancellable: the change is durable, so its caches must go even if the caller has hung up.
            await pages.EvictByTagAsync(tag, CancellationToken.None);
        }

        if (told) outbox.Wake();
    }
}
