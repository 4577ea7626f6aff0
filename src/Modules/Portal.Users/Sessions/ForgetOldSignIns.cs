using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Users.Models;

namespace Portal.Users.Sessions;

/// <summary>Deletes what has served its time: sessions that are over, attempts to sign in after ninety days, links that no longer work.</summary>
public sealed class ForgetOldSignIns(UnitOfWork work, PortalDb db, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel) => await work.RunAsync<Done>(async () =>
    {
        var now = clock.UtcNow;
        var (oldestSession, oldestAttempt) = (now - UserSession.Longest, now - SignInAttempt.KeptFor);
        await db.Sessions.Where(s => s.SignedInUtc < oldestSession).ExecuteDeleteAsync(cancel);
        await db.SignInAttempts.Where(a => a.AtUtc < oldestAttempt).ExecuteDeleteAsync(cancel);
        await db.MailedLinks.Where(l => l.ExpiresUtc < now).ExecuteDeleteAsync(cancel);
        return default(Done);
    }, cancel);
}
