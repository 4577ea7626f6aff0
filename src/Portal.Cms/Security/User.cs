using Microsoft.AspNetCore.Identity;

namespace Portal.Cms.Security;

/// <summary>An account. Guests who comment have none.</summary>
public sealed class User : IdentityUser
{
    /// <summary>Localization set of the organisation this person writes or speaks for.</summary>
    public string? OrganisationSet { get; set; }
    /// <summary>Culture code of the interface and of mail; null = as the browser asks.</summary>
    public string? Culture { get; set; }
    public DateTime CreatedUtc { get; set; }
    /// <summary>The password was given by the portal and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }
    /// <summary>A password that was given out opens nothing from this instant on; null = the person chose it.</summary>
    public DateTime? PasswordExpiresUtc { get; set; }
    /// <summary>IANA name of the zone that times are shown in; null = the site's.</summary>
    public string? TimeZone { get; set; }
    /// <summary>Since when nobody signs in with this account, by an administrator's decision; null = it is open.</summary>
    public DateTime? ClosedUtc { get; set; }
    /// <summary>Key of why it was closed; null while it is open.</summary>
    public string? ClosedReason { get; set; }
    /// <summary>What the person is called on editors' pages; null = the user name.</summary>
    public string? DisplayName { get; set; }
}

/// <summary>A role; its permissions are claims of type <see cref="PermissionClaim"/>, as in Orchard Core.</summary>
public sealed class Role : IdentityRole
{
    public const string PermissionClaim = "Permission";

    /// <summary>Roles that everybody, or everybody signed in, has without being given them.</summary>
    public const string Anonymous = "Anonymous", Authenticated = "Authenticated", Administrator = "Administrator";

    public string? Description { get; set; }
}

/// <summary>Lets a program act as its user, within scopes. Only a hash of it is stored.</summary>
public sealed class ApiToken
{
    public required string Id { get; init; }
    public required string UserId { get; init; }
    public required string Name { get; init; }
    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string Hash { get; init; }
    /// <summary>Space-separated scopes, such as <c>moderation</c>.</summary>
    public required string Scopes { get; init; }
    public DateTime CreatedUtc { get; init; }
    public DateTime? ExpiresUtc { get; init; }
    public DateTime? LastUsedUtc { get; set; }
}
