using Portal.Cms.Security;

namespace Portal.Media;

/// <summary>Orchard Core's names. Whoever may manage some files may look at and use all of them.</summary>
public sealed class MediaPermissions : IPermissionProvider
{
    public static readonly Permission ManageMedia = new("ManageMedia", "Manage all files and folders of the library");
    public static readonly Permission ManageOwnMedia = new("ManageOwnMedia", "Use the library, and manage the files of one's own organisation in it", [ManageMedia]);

    public IEnumerable<Permission> Permissions => [ManageMedia, ManageOwnMedia];
}
