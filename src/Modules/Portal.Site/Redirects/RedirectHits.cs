using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Data;

namespace Portal.Site.Redirects;

/// <summary>Counts uses of redirects and writes the counts down once a minute: neither a visitor nor the database waits for them. A number and a day, nothing about anybody.</summary>
public sealed class RedirectHits(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RedirectHits> log) : WrittenLater(clock, log)
{
    readonly ConcurrentDictionary<string, int> counted = new(StringComparer.Ordinal);

    public void Note(string id) => counted.AddOrUpdate(id, 1, (_, count) => count + 1);

    public override async Task WriteAsync(CancellationToken cancel)
    {
        if (counted.IsEmpty) return;
        var taken = counted.ToArray().Where(c => counted.TryRemove(c)).ToList();
        var today = DateOnly.FromDateTime(Clock.UtcNow);

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var db = services.GetRequiredService<PortalDb>();
            foreach (var (id, count) in taken) await db.Redirects.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Hits, x => x.Hits + count).SetProperty(x => x.LastHit, today), cancel);
            return default(Done);
        }, cancel);
    }
}
