using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>Orchard Core's content permissions, which imply those of each type (<see cref="ContentTypePermissions"/>). "Own" means: one's own items and those of one's organisation.</summary>
public sealed class ContentPermissions : IPermissionProvider
{
    public static readonly Permission PublishContent = new("PublishContent", "Publish or unpublish any content");
    public static readonly Permission EditContent = new("EditContent", "Edit any content", [PublishContent]);
    public static readonly Permission DeleteContent = new("DeleteContent", "Delete any content");
    public static readonly Permission PublishOwnContent = new("PublishOwnContent", "Publish content of one's own organisation", [PublishContent]);
    public static readonly Permission EditOwnContent = new("EditOwnContent", "Edit content of one's own organisation", [EditContent, PublishOwnContent]);
    public static readonly Permission DeleteOwnContent = new("DeleteOwnContent", "Delete content of one's own organisation", [DeleteContent]);
    public static readonly Permission EditOwnOrganisation = new("EditOwnOrganisation", "Edit the page of one's own organisation", [EditContent]);
    public static readonly Permission ViewContent = new("ViewContent", "Read unpublished content", [EditContent]);

    public IEnumerable<Permission> Permissions => [PublishContent, EditContent, DeleteContent, PublishOwnContent, EditOwnContent, DeleteOwnContent, EditOwnOrganisation, ViewContent];
}
