using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Actions;

/// <summary>A person signs out: this browser's session ends.</summary>
public sealed class SignOut(UnitOfWork work, PortalDb db, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string? sessionId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (me.Id is not { } id) return default(Done);
        await db.Sessions.Where(s => s.UserId == id && s.Id == sessionId).ExecuteDeleteAsync(cancel);
        audit.Record("User", "SignedOut", id);
        work.Evict(AccountTags.Of(id));
        return default(Done);
    }, cancel);
}

/// <summary>A person ends one of the own sessions, or all but the one they are in.</summary>
public sealed class EndSessions(UnitOfWork work, PortalDb db, CurrentUser me, AuditTrail audit)
{
    /// <param name="sessionId">The session to end; null = all others.</param>
    /// <param name="ownSessionId">The session that the person is in.</param>
    /// <returns>How many ended.</returns>
    public Task<Result<int>> RunAsync(string? sessionId, string? ownSessionId, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        if (me.Id is not { } id) return Refusal.SignInFirst;
        var ended = await db.Sessions.Where(s => s.UserId == id && (sessionId == null ? s.Id != ownSessionId : s.Id == sessionId)).ExecuteDeleteAsync(cancel);
        audit.Record("User", "SessionsEnded", id, new() { ["count"] = ended });
        work.Evict(AccountTags.Of(id));
        return ended;
    }, cancel);
}
