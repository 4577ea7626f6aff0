using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users.Tokens;

/// <summary>Remembers when tokens were last used and writes it down once a minute: a request must not wait for that.</summary>
public sealed class TokenUses(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenUses> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<string, DateTime> uses = new(StringComparer.Ordinal);

    public void Note(string tokenId) => uses[tokenId] = clock.UtcNow;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                // The last turn, when the portal stops, must still be written.
                await WriteAsync(CancellationToken.None);
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The last use of API tokens was not written down.");
            }
        }
    }

    async Task WriteAsync(CancellationToken cancel)
    {
        if (uses.IsEmpty) return;
        var seen = uses.ToArray();
        foreach (var use in seen) uses.TryRemove(use);

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var tokens = services.GetRequiredService<PortalDb>().Set<ApiToken>();
            foreach (var (id, at) in seen) await tokens.Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedUtc, at), cancel);
            return default(Done);
        }, cancel);
    }
}
