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
    static readonly Problem NotYours = Problem.Forbidden("This item belongs to another organisation."), OnlyNetworkEditors = Problem.Forbidden("Only network editors publish this type of content.");

    public void DemandEdit(ContentItem item) => Demand(AgainstEditing(item));

    public bool MayEdit(ContentItem item) => AgainstEditing(item) is null;

    /// <summary>Only network editors write in the name of an organisation that is not their own.</summary>
    public void DemandName(ContentItem item)
    {
        if (item.OrganisationSet is not null && item.OrganisationSet != user.OrganisationSet && !user.May(ContentPermissions.EditContent)) throw new PermissionDeniedException(NotYours);
    }

    public void DemandDelete(ContentItem item) => Demand(Against(item, ContentPermissions.DeleteContent, ContentPermissions.DeleteOwnContent));

    public void DemandPublish(ContentItem item) => Demand(AgainstPublishing(item));

    public bool MayPublish(ContentItem item) => AgainstPublishing(item) is null;

    public bool MayView(ContentItem item) => item.PublishedVersionId is not null || user.May(ContentPermissions.ViewContent) || (user.May(ContentPermissions.EditOwnContent) && IsOwn(item));

    Problem? AgainstEditing(ContentItem item) => Against(item, ContentPermissions.EditContent, ContentPermissions.EditOwnContent);

    Problem? AgainstPublishing(ContentItem item)
    {
        if (user.May(ContentPermissions.PublishContent)) return null;
        return types.Find(item.ContentType) is { MembersMayPublish: true } ? Against(item, ContentPermissions.PublishContent, ContentPermissions.PublishOwnContent) : OnlyNetworkEditors;
    }

    Problem? Against(ContentItem item, Permission any, Permission own)
    {
        if (user.May(any)) return null;
        if (!user.May(own)) return CurrentUser.NotAllowed;
        return IsOwn(item) ? null : NotYours;
    }

    static void Demand(Problem? problem)
    {
        if (problem is not null) throw new PermissionDeniedException(problem);
    }

    bool IsOwn(ContentItem item) =>
        (item.OwnerId is not null && item.OwnerId == user.Id) || (item.OrganisationSet is not null && item.OrganisationSet == user.OrganisationSet);
}
