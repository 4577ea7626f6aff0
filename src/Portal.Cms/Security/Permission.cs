namespace Portal.Cms.Security;

/// <summary>Something a role may be allowed to do. Names are Orchard Core's where it has one.</summary>
/// <param name="Name">PascalCase, stable: it stands in recipes and in the database.</param>
/// <param name="Description">English message id for the role editor.</param>
/// <param name="ImpliedBy">Whoever has one of these has this one too.</param>
/// <param name="Category">English message id of the heading that it stands under in the role editor; null = among those of the site as a whole.</param>
public sealed record Permission(string Name, string Description, IReadOnlyList<Permission>? ImpliedBy = null, bool IsSecurityCritical = false, string? Category = null)
{
    /// <summary>This permission and everything that implies it, directly or through others.</summary>
    public IEnumerable<string> GrantedBy() => [Name, .. (ImpliedBy ?? []).SelectMany(p => p.GrantedBy())];
}

/// <summary>The permissions that a module knows.</summary>
public interface IPermissionProvider
{
    IEnumerable<Permission> Permissions { get; }
}

/// <summary>Permissions that belong to no single module.</summary>
public sealed class StandardPermissions : IPermissionProvider
{
    public static readonly Permission SiteOwner = new("SiteOwner", "Everything", IsSecurityCritical: true);
    public static readonly Permission AccessAdminPanel = new("AccessAdminPanel", "Open the editors' pages");

    public IEnumerable<Permission> Permissions => [SiteOwner, AccessAdminPanel];
}
