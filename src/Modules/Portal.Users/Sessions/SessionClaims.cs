using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Cms.Security;

namespace Portal.Users.Sessions;

/// <summary>What the sign-in cookie says of a person. Role names, not their permissions: what a role grants may change at any time.</summary>
public sealed class SessionClaims(UserManager<User> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims((await UserManager.GetRolesAsync(user)).Select(role => new Claim(ClaimTypes.Role, role)));
        if (user.OrganisationSet is { } organisation) identity.AddClaim(new(CurrentUser.OrganisationClaim, organisation));
        if (user.Culture is { } culture) identity.AddClaim(new(CurrentUser.CultureClaim, culture));
        if (user.MustChangePassword) identity.AddClaim(new(CurrentUser.MustChangePasswordClaim, "true"));
        return identity;
    }
}
