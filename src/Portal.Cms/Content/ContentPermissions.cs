using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>Orchard Core's content permissions. "Own" means: one's own items and those of one's organisation.</summary>
public sealed class ContentPermissions : IPermissionProvider
{
    public static readonly Permission PublishContent = new("PublishContent", "Publish or unpublish any content");
    public static readonly Permission EditContent = new("EditContent", "Edit any content", [PublishContent]);
    public static readonly Permission DeleteContent = new("DeleteContent", "Delete any content");
    public static readonly Permission PublishOwnContent = new("PublishOwnContent", "Publish content of one's own organisation", [PublishContent]);
    public static readonly Permission EditOwnContent = new("EditOwnContent", "Edit content of one's own organisation", [EditContent, PublishOwnContent]);
    public static readonly Permission DeleteOwnContent = new("DeleteOwnContent", "Delete content of one's own organisation", [DeleteContent]);
    public static readonly Permission ViewContent = new("ViewContent", "Read unpublished content", [EditContent]);

    public IEnumerable<Permission> Permissions => [PublishContent, EditContent, DeleteContent, PublishOwnContent, EditOwnContent, DeleteOwnContent, ViewContent];
}

/// <summary>Who may do what with which item: the one place where organisation scope is decided.</summary>
public sealed class ContentAccess(CurrentUser user, ContentTypes types)
{
    static readonly Problem NotYours = Problem.Forbidden("This item belongs to another organisation.");

    public void DemandEdit(ContentItem item) => Demand(item, ContentPermissions.EditContent, ContentPermissions.EditOwnContent);

    /// <summary>Only network editors write in the name of an organisation that is not their own.</summary>
    public void DemandName(ContentItem item)
    {
        if (item.OrganisationSet is not null && item.OrganisationSet != user.OrganisationSet && !user.May(ContentPermissions.EditContent)) throw new PermissionDeniedException(NotYours);
    }

    public void DemandDelete(ContentItem item) => Demand(item, ContentPermissions.DeleteContent, ContentPermissions.DeleteOwnContent);

    public void DemandPublish(ContentItem item)
    {
        if (user.May(ContentPermissions.PublishContent)) return;
        if (types.Find(item.ContentType) is not { MembersMayPublish: true }) throw new PermissionDeniedException(Problem.Forbidden("Only network editors publish this type of content."));
        Demand(item, ContentPermissions.PublishContent, ContentPermissions.PublishOwnContent);
    }

    public bool MayView(ContentItem item) => item.PublishedVersionId is not null || user.May(ContentPermissions.ViewContent) || (user.May(ContentPermissions.EditOwnContent) && IsOwn(item));

    void Demand(ContentItem item, Permission any, Permission own)
    {
        if (user.May(any)) return;
        user.Demand(own);
        if (!IsOwn(item)) throw new PermissionDeniedException(NotYours);
    }

    bool IsOwn(ContentItem item) =>
        (item.OwnerId is not null && item.OwnerId == user.Id) || (item.OrganisationSet is not null && item.OrganisationSet == user.OrganisationSet);
}
