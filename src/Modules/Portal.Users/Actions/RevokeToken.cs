using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.Actions;

/// <summary>Ends an API token. People may end tokens that act as themselves.</summary>
public sealed class RevokeToken(UnitOfWork work, PortalDb db, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string tokenId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (await db.Set<ApiToken>().FindAsync([tokenId], cancel) is not { } token) return Problem.NotFound("There is no such token.");
        if (token.UserId != me.Id) me.Demand(UserPermissions.ManageUsers);

        db.Remove(token);
        audit.Record("ApiToken", "Revoked", token.Id, new() { ["userId"] = token.UserId, ["name"] = token.Name });
        work.Evict(AccountTags.Accounts);
        return default(Done);
    }, cancel);
}
