using Portal.Cms.Security;

namespace Portal.Moderation;

public sealed class ModerationPermissions : IPermissionProvider
{
    public static readonly Permission Moderate = new("ModerateSubmissions", "Decide on what citizens send in", IsSecurityCritical: true);
    public static readonly Permission Erase = new("EraseSubmissions", "Erase for good what citizens sent in", IsSecurityCritical: true);

    public static readonly Permission Enter = new("EnterSubmissions", "Enter what came on paper, at meetings or by e-mail");
    public static readonly Permission ManageReasons = new("ManageModerationReasons", "Word public reasons for decisions", IsSecurityCritical: true);

    /// <summary>Scopes that a token may be given.</summary>
    public const string ModerationScope = "moderation", SubmissionsScope = "submissions";

    public IEnumerable<Permission> Permissions => [Moderate, Erase, Enter, ManageReasons];
}
