using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Tokens;

/// <summary>Remembers when tokens and sessions were last used and writes it down once a minute: a request must not wait for that.</summary>
public sealed class LastUses(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LastUses> log) : WrittenLater(clock, log)
{
    readonly ConcurrentDictionary<string, DateTime> tokens = new(StringComparer.Ordinal), sessions = new(StringComparer.Ordinal);

    public void NoteToken(string tokenId) => tokens[tokenId] = Clock.UtcNow;

    public void NoteSession(string sessionId) => sessions[sessionId] = Clock.UtcNow;

    public override async Task WriteAsync(CancellationToken cancel)
    {
        if (tokens.IsEmpty && sessions.IsEmpty) return;
        var (usedTokens, usedSessions) = (Take(tokens), Take(sessions));

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var db = services.GetRequiredService<PortalDb>();
            foreach (var (id, at) in usedTokens) await db.Set<ApiToken>().Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastUsedUtc, at), cancel);
            foreach (var (id, at) in usedSessions) await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenUtc, at), cancel);
            return default(Done);
        }, cancel);
    }

    static KeyValuePair<string, DateTime>[] Take(ConcurrentDictionary<string, DateTime> noted)
    {
        var seen = noted.ToArray();
        foreach (var use in seen) noted.TryRemove(use);
        return seen;
    }
}
