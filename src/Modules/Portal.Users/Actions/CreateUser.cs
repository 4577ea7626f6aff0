using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Passwords;

namespace Portal.Users.Actions;

/// <summary>An account to be made.</summary>
/// <param name="OrganisationSet">The organisation that the person speaks for: its localization set, or the id of one of its texts.</param>
/// <param name="Culture">Culture code of interface and mail; null = as the browser asks.</param>
/// <param name="MustChangePassword">The password was given out and is to be replaced at the first sign-in.</param>
public sealed record NewUser(string UserName, string Email, IReadOnlyList<string> Roles, string Password, string? OrganisationSet = null, string? Culture = null, bool MustChangePassword = false);

/// <summary>Makes an account.</summary>
public sealed class CreateUser(UnitOfWork work, PortalDb db, NewAccounts accounts, PasswordCheck passwords, AccountAccess access, CurrentUser me, TimeProvider clock)
{
    public async Task<Result<User>> RunAsync(NewUser input, CancellationToken cancel)
    {
        var errors = Check(input).ToList();
        if (errors.Count > 0) return Problem.Invalid(errors);

        var user = accounts.Draft(input.UserName, input.Email, input.Culture);
        user.MustChangePassword = input.MustChangePassword;
        user.PasswordExpiresUtc = input.MustChangePassword ? clock.UtcNow + OneTimePassword.Lifetime : null;
        user.PasswordHash = passwords.Hash(user, input.Password);

        return await work.RunAsync<User>(async () =>
        {
            await access.DemandManageAsync(input.Roles, cancel);
            var known = await db.Roles.Select(r => r.Name!).ToListAsync(cancel);
            if (input.Roles.FirstOrDefault(r => !known.Contains(r, StringComparer.Ordinal)) is { } unknown) return Problem.Invalid("roles", "There is no role {0}. There are: {1}.", unknown, string.Join(", ", known.Order(StringComparer.Ordinal)));
            if (input.OrganisationSet is { } set)
            {
                user.OrganisationSet = await db.ContentItems.Where(i => i.LocalizationSet == set || i.ContentItemId == set).Select(i => i.LocalizationSet).FirstOrDefaultAsync(cancel);
                if (user.OrganisationSet is null) return Problem.Invalid("organisation", "There is no such item.");
            }

            if (await OrganisationRoles.CheckAsync(db, input.Roles, user.OrganisationSet, cancel) is { } misplaced) return misplaced;
            if (await accounts.AddAsync(user, input.Roles, "Created", cancel) is { } refused) return refused;
            return user;
        }, cancel);
    }

    IEnumerable<FieldError> Check(NewUser input)
    {
        if (accounts.CheckName(input.UserName) is { } name) yield return name;
        if (EmailAddress.Check("email", input.Email) is { } address) yield return address;
        if (input.Culture is not null && !Culture.TryFrom(input.Culture, out _)) yield return new("culture", "Languages are: {0}.", string.Join(", ", Culture.All));
        // Nobody is signed in where the operator acts: at the setup and on the command line.
        var weak = me.IsSignedIn ? PasswordRules.Check("password", input.Password, input.UserName) : PasswordRules.CheckOperators("password", input.Password, input.UserName);
        if (weak is not null) yield return weak;
    }
}
