using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Security;
using Portal.Media.Models;

namespace Portal.Media;

/// <summary>Who may do what with which file: the one place where the library decides on organisations.</summary>
public sealed class MediaAccess(CurrentUser user)
{
    static readonly Problem NotYours = Problem.Forbidden("This belongs to another organisation, or to the network.");

    /// <summary>Id of the folder that new files of this person go into by default.</summary>
    public string? OwnFolder => user.OrganisationSet;

    public bool ManagesAll => user.May(MediaPermissions.ManageMedia);

    public void DemandUse() => user.Demand(MediaPermissions.ManageOwnMedia);

    public bool MayChange(MediaItem item) => ManagesAll || (user.May(MediaPermissions.ManageOwnMedia) && ((item.OwnerId is not null && item.OwnerId == user.Id) || IsOwn(item.OrganisationSet)));

    /// <summary>Descriptions are written by whoever writes in any language.</summary>
    public bool MayDescribe(MediaItem item) => MayChange(item) || (user.May(MediaPermissions.ManageOwnMedia) && user.May(ContentPermissions.EditContent));

    public bool MayChange(MediaFolder folder) => ManagesAll || (user.May(MediaPermissions.ManageOwnMedia) && IsOwn(folder.OrganisationSet));

    /// <summary>Whether files may be brought into a folder; empty = the top, which belongs to the network.</summary>
    public bool MayFill(string folderId, string? organisation) => ManagesAll || (user.May(MediaPermissions.ManageOwnMedia) && folderId.Length > 0 && IsOwn(organisation));

    public void Demand(bool may)
    {
        DemandUse();
        if (!may) throw new PermissionDeniedException(NotYours);
    }

    bool IsOwn(string? organisation) => organisation is not null && organisation == user.OrganisationSet;
}
