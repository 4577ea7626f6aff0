using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Models;
using Portal.Users.Tokens;

namespace Portal.Users.Actions;

/// <param name="UserName">The user as whom the token acts.</param>
/// <param name="Name">What the token is for.</param>
/// <param name="Scopes">Of <see cref="ApiScopes"/>.</param>
public sealed record NewToken(string UserName, string Name, IReadOnlyList<string> Scopes, DateTime? ExpiresUtc = null);

/// <summary>Gives out an API token that acts as a user within scopes.</summary>
public sealed class CreateToken(UnitOfWork work, PortalDb db, UserManager<User> users, AccountAccess access, CurrentUser me, AuditTrail audit, TimeProvider clock)
{
    /// <returns>The token. Only a hash of it is kept.</returns>
    public Task<Result<string>> RunAsync(NewToken input, CancellationToken cancel) => work.RunAsync<string>(async () =>
    {
        if (Check(input) is { } wrong) return Problem.Invalid([wrong]);
        if (await users.FindByNameAsync(input.UserName) is not { } user) return Refusal.NoSuchUser(input.UserName);
        // People make tokens that act as themselves; one that acts as somebody else takes managing that account.
        if (user.Id != me.Id) await access.DemandManageAsync([.. await users.GetRolesAsync(user)], cancel);
        else me.Demand(StandardPermissions.AccessAdminPanel);

        var text = TokenText.New();
        var token = new ApiToken
        {
            Id = Ids.New(),
            UserId = user.Id,
            Name = input.Name,
            Hash = TokenText.HashOf(text),
            Scopes = string.Join(' ', input.Scopes.Distinct(StringComparer.Ordinal)),
            CreatedUtc = clock.UtcNow,
            ExpiresUtc = input.ExpiresUtc,
        };
        db.Add(token);
        audit.Record("ApiToken", "Created", token.Id, new() { ["userId"] = user.Id, ["name"] = token.Name, ["scopes"] = new JsonArray([.. input.Scopes.Select(s => (JsonNode)s)]) });
        work.Evict(AccountTags.Accounts);
        return text;
    }, cancel);

    FieldError? Check(NewToken input)
    {
        if (input.Name.Length is 0 or > 100) return new("name", "Give the token a name of at most {0} characters.", 100);
        if (input.Scopes.Count == 0 || input.Scopes.Any(s => !ApiScopes.All.Contains(s, StringComparer.Ordinal))) return new("scopes", "A token needs at least one of these scopes: {0}.", string.Join(", ", ApiScopes.All));
        if (input.ExpiresUtc <= clock.UtcNow) return new("expires", "The token would have expired already.");
        return null;
    }
}
