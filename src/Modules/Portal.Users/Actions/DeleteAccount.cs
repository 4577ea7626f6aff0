using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Passwords;
using Portal.Users.Privacy;

namespace Portal.Users.Actions;

/// <summary>A person deletes the own account: address, password, second factor, sessions, sign-in log, tokens. What they published stays, without any link to them.</summary>
public sealed class DeleteAccount(UnitOfWork work, UserManager<User> users, OwnPassword password, AccountAccess access, AccountErasure erasure, CurrentUser me)
{
    public async Task<Result<Done>> RunAsync(string currentPassword, CancellationToken cancel)
    {
        if (await password.CheckAsync(currentPassword, cancel) is { } refused) return refused;
        return await work.RunAsync<Done>(async () =>
        {
            await work.AloneAsync("names and addresses of accounts", cancel);
            if (await users.FindByIdAsync(me.Id!) is not { } user) return Refusal.SignInFirst;
            if (await access.IsLastOwnerAsync(user.Id, cancel)) return Refusal.LastAdministrator;
            return await erasure.EraseAsync(user, cancel) is { } conflict ? conflict : default(Done);
        }, cancel);
    }
}
