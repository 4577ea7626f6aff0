using Portal.Cms.Security;

namespace Portal.AuditTrail;

public sealed class AuditTrailPermissions : IPermissionProvider
{
    public static readonly Permission ManageAuditTrailSettings = new("ManageAuditTrailSettings", "Say how long the audit trail is kept", IsSecurityCritical: true);
    public static readonly Permission ViewAuditTrail = new("ViewAuditTrail", "Read the audit trail", [ManageAuditTrailSettings], IsSecurityCritical: true);

    public IEnumerable<Permission> Permissions => [ViewAuditTrail, ManageAuditTrailSettings];
}
