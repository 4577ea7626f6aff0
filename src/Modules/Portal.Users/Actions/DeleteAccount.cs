using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>A person deletes the own account: address, password, second factor, sessions, sign-in log, tokens. What they published stays, without any link to them.</summary>
public sealed class DeleteAccount(UnitOfWork work, PortalDb db, UserManager<User> users, OwnPassword password, AccountAccess access, IEnumerable<IAccountHandler> handlers, CurrentUser me, AuditTrail audit)
{
    public async Task<Result<Done>> RunAsync(string currentPassword, CancellationToken cancel)
    {
        if (await password.CheckAsync(currentPassword, cancel) is { } refused) return refused;
        var id = me.Id!;
        return await work.RunAsync<Done>(async () =>
        {
            await work.AloneAsync("names and addresses of accounts", cancel);
            if (await users.FindByIdAsync(id) is not { } user) return Refusal.SignInFirst;
            if (await access.IsLastOwnerAsync(id, cancel)) return Refusal.LastAdministrator;

            foreach (var handler in handlers) await handler.DeletingAsync(id, cancel);
            await db.Sessions.Where(s => s.UserId == id).ExecuteDeleteAsync(cancel);
            await db.SignInAttempts.Where(a => a.UserId == id).ExecuteDeleteAsync(cancel);
            await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync(cancel);
            await db.RecoveryCodes.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
            await db.MailedLinks.Where(l => l.UserId == id || l.CreatedBy == id).ExecuteDeleteAsync(cancel);
            await db.NotificationChoices.Where(c => c.UserId == id).ExecuteDeleteAsync(cancel);
            await db.Set<ApiToken>().Where(t => t.UserId == id).ExecuteDeleteAsync(cancel);
            if (Refusal.Of(await users.DeleteAsync(user)) is { } conflict) return conflict;
            audit.Record("User", "Deleted", id);
            work.Evict(AccountTags.Of(id), AccountTags.Accounts);
            return default(Done);
        }, cancel);
    }
}
