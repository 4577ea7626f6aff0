using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users;

/// <summary>What every way to an account has in common. Called inside an action's unit of work.</summary>
public sealed class NewAccounts(UnitOfWork work, UserManager<User> users, AuditTrail audit, TimeProvider clock)
{
    public User Draft(string userName, string email, string? culture) => new()
    {
        UserName = userName,
        Email = email.Trim(),
        EmailConfirmed = true,
        Culture = Culture.TryFrom(culture, out var known) ? known.Code : null,
        CreatedUtc = clock.UtcNow,
    };

    public FieldError? CheckName(string userName) =>
        userName.Length is 0 or > 64 || !userName.All(users.Options.User.AllowedUserNameCharacters.Contains)
            ? new("userName", "A user name consists of letters a to z, digits and . _ - @ +; 64 characters at most.") : null;

    /// <param name="how">The verb of the audit record.</param>
    /// <returns>What speaks against it, or null.</returns>
    public async Task<Problem?> AddAsync(User user, IReadOnlyList<string> roles, string how, CancellationToken cancel)
    {
        await work.AloneAsync("names and addresses of accounts", cancel);
        if (await users.FindByNameAsync(user.UserName!) is not null) return Problem.Conflict("There is an account with this name already.");
        if (await users.FindByEmailAsync(user.Email!) is not null) return Problem.Conflict("There is an account with this e-mail address already.");

        if (Refusal.Of(await users.CreateAsync(user)) is { } refused) return refused;
        if (roles.Count > 0 && Refusal.Of(await users.AddToRolesAsync(user, roles)) is { } withoutRoles) return withoutRoles;
        audit.Record("User", how, user.Id, new() { ["roles"] = new JsonArray([.. roles.Select(r => (JsonNode)r)]) });
        work.Evict(AccountTags.Accounts);
        return null;
    }
}
