using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Mail.Actions;
using Portal.Users.Models;

namespace Portal.Users.Privacy;

/// <summary>Takes an account away with all that says whose it was, for every way in which that can come about. Called inside an action's unit of work.</summary>
/// <remarks>After the commit it is written into the register of erasures, and the database forgets what it had marked as free.</remarks>
public sealed class AccountErasure(UnitOfWork work, PortalDb db, UserManager<User> users, IEnumerable<IAccountHandler> handlers, SendMail mail, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Kind of the register's entries.</summary>
    public const string Kind = "account";

    /// <returns>What speaks against it, or null.</returns>
    public async Task<Problem?> EraseAsync(User user, CancellationToken cancel)
    {
        var id = user.Id;
        foreach (var handler in handlers) await handler.DeletingAsync(id, cancel);
        await db.Sessions.Where(s => s.UserId == id).ExecuteDeleteAsync(cancel);
        await db.SignInAttempts.Where(a => a.UserId == id).ExecuteDeleteAsync(cancel);
        await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync(cancel);
        await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
        (await db.MailedLinks.Where(l => l.UserId == id || l.CreatedBy == id).Select(l => l.Id).ToListAsync(cancel)).ForEach(mail.Forget);
        await db.MailedLinks.Where(l => l.UserId == id || l.CreatedBy == id).ExecuteDeleteAsync(cancel);
        await db.NotificationChoices.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
        await db.Set<ApiToken>().Where(t => t.UserId == id).ExecuteDeleteAsync(cancel);
        // That somebody did something stays on record; who that was is a number that belongs to nobody any more.
        await db.AuditTrail.Where(e => e.UserId == id).ExecuteUpdateAsync(e => e.SetProperty(x => x.UserName, (string?)null), cancel);
        if (Refusal.Of(await users.DeleteAsync(user)) is { } conflict) return conflict;

        audit.RecordUnnamed("User", "Deleted", id);
        mail.Forget(id);
        work.Tell(ErasureDelivery.KindOfMessage, ErasureDelivery.Of(new(DateOnly.FromDateTime(clock.UtcNow), Kind, id, "Whole")));
        work.Evict(AccountTags.Of(id), AccountTags.Accounts);
        return null;
    }
}

/// <summary>Takes accounts away once more that a restored backup has brought back.</summary>
public sealed class AccountErasureReplay(UnitOfWork work, UserManager<User> users, AccountErasure erasure) : IErasureReplay
{
    public string Kind => AccountErasure.Kind;

    public async Task<bool> EraseAgainAsync(ErasureRegister.Entry entry, CancellationToken cancel) => (await work.RunAsync<bool>(async () =>
    {
        if (await users.FindByIdAsync(entry.Id) is not { } user) return false;
        return await erasure.EraseAsync(user, cancel) is { } problem ? problem : true;
    }, cancel)) is { Succeeded: true, Value: true };
}
