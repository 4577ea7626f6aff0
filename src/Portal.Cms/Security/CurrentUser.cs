using System.Security.Claims;

namespace Portal.Cms.Security;

/// <summary>Thrown by <see cref="CurrentUser.Demand"/>; the unit of work turns it into a refusal.</summary>
/// <param name="permission">Name of the permission that is lacking.</param>
/// <param name="account">Id of the account; null for guests.</param>
public sealed class PermissionDeniedException(Problem problem, string? permission = null, string? account = null) : Exception(problem.Message)
{
    public string? Permission => permission;

    public string? Account => account;

    public Problem Problem => problem;
}

/// <summary>Who acts: a signed-in person, a token acting as one, a guest, or the portal itself (setup, command line, jobs). Scoped.</summary>
public sealed class CurrentUser
{
    /// <summary>Claims written at sign-in.</summary>
    public const string OrganisationClaim = "org", ScopeClaim = "scope", TokenClaim = "token", MustChangePasswordClaim = "must-change-password", MustAddSecondFactorClaim = "must-add-second-factor", CultureClaim = "culture", TimeZoneClaim = "zone", DisplayNameClaim = "display-name";

    /// <summary>What is answered to who lacks a permission.</summary>
    public static readonly Problem NotAllowed = Problem.Forbidden("You do not have permission to do this.");

    IReadOnlySet<string> permissions = new HashSet<string>(StringComparer.Ordinal);
    HashSet<string>? scopes;
    bool everything;

    public string? Id { get; private set; }
    public string? Name { get; private set; }
    /// <summary>What the person is called, if they chose a name.</summary>
    public string? DisplayName { get; private set; }
    /// <summary>Localization set of the organisation the person speaks for.</summary>
    public string? OrganisationSet { get; private set; }
    /// <summary>Culture code from the account, if the person chose one.</summary>
    public string? Culture { get; private set; }
    /// <summary>IANA zone from the account, if the person chose one.</summary>
    public string? TimeZone { get; private set; }
    public bool IsSignedIn => Id is not null;

    /// <summary>Takes on a principal's identity. Called once per request, after authentication.</summary>
    /// <param name="granted">Names of the permissions that the principal's roles grant.</param>
    public void Become(ClaimsPrincipal principal, IReadOnlySet<string> granted)
    {
        Id = principal.FindFirstValue(ClaimTypes.NameIdentifier);
        Name = principal.Identity?.Name;
        DisplayName = principal.FindFirstValue(DisplayNameClaim);
        OrganisationSet = principal.FindFirstValue(OrganisationClaim);
        Culture = principal.FindFirstValue(CultureClaim);
        TimeZone = principal.FindFirstValue(TimeZoneClaim);
        permissions = granted;
        scopes = principal.HasClaim(c => c.Type == TokenClaim) ? [.. principal.FindAll(ScopeClaim).Select(c => c.Value)] : null;
        everything = permissions.Contains(StandardPermissions.SiteOwner.Name);
    }

    /// <summary>The portal itself acts: setup, command line, jobs. May do everything; audit records name it.</summary>
    public void BecomeSystem(string name)
    {
        Name = name;
        everything = true;
    }

    public bool May(Permission permission) => everything || permission.GrantedBy().Any(permissions.Contains);

    /// <summary>Whether a token that acts here was given this scope; people at a browser have every scope.</summary>
    public bool HasScope(string scope) => scopes is null || scopes.Contains(scope);

    /// <summary>Whether a token with this very scope acts here.</summary>
    public bool IsTokenFor(string scope) => scopes?.Contains(scope) == true;

    /// <exception cref="PermissionDeniedException">The person may not.</exception>
    public void Demand(Permission permission)
    {
        if (!May(permission)) throw new PermissionDeniedException(NotAllowed, permission.Name, Id);
    }
}
