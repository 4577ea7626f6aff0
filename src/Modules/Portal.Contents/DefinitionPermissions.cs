using Portal.Cms.Security;

namespace Portal.Contents;

public sealed class DefinitionPermissions : IPermissionProvider
{
    /// <summary>Orchard Core's name.</summary>
    public static readonly Permission EditContentTypes = new("EditContentTypes", "Change content types and their fields", IsSecurityCritical: true);

    public IEnumerable<Permission> Permissions => [EditContentTypes];
}
