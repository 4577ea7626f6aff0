using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>Who may do what with which item: the one place where organisation scope is decided.</summary>
public sealed class ContentAccess(CurrentUser user, ContentTypes types, ContentTypePermissions permissions)
{
    const string OrganisationType = "Organisation";

    static readonly Problem NotYours = Problem.Forbidden("This item belongs to another organisation."), OnlyNetworkEditors = Problem.Forbidden("Only network editors publish this type of content.");

    /// <summary>A new item of a type, which nobody owns yet.</summary>
    public void DemandCreate(string contentType) => user.Demand(permissions.Of(contentType).EditOwn);

    public bool MayCreate(string contentType) => user.May(permissions.Of(contentType).EditOwn);

    public void DemandEdit(ContentItem item) => Demand(AgainstEditing(item));

    public bool MayEdit(ContentItem item) => AgainstEditing(item) is null;

    /// <summary>Only network editors write in the name of an organisation that is not their own.</summary>
    public void DemandName(ContentItem item)
    {
        if (item.OrganisationSet is not null && item.OrganisationSet != user.OrganisationSet && !user.May(permissions.Of(item.ContentType).Edit)) throw new PermissionDeniedException(NotYours);
    }

    public void DemandDelete(ContentItem item) => Demand(Against(item, permissions.Of(item.ContentType).Delete, permissions.Of(item.ContentType).DeleteOwn));

    public void DemandPublish(ContentItem item) => Demand(AgainstPublishing(item));

    public bool MayPublish(ContentItem item) => AgainstPublishing(item) is null;

    /// <summary>Whether an item of the type that the person begins now could be published by them.</summary>
    public bool MayPublishNew(string contentType) => user.May(permissions.Of(contentType).PublishOwn);

    public bool MayView(ContentItem item) =>
        item.PublishedVersionId is not null || user.May(permissions.Of(item.ContentType).View) || (user.May(permissions.Of(item.ContentType).EditOwn) && IsOwn(item)) || MayEdit(item);

    /// <summary>Those of the items that the person may edit.</summary>
    public IQueryable<ContentItem> Editable(IQueryable<ContentItem> items) => Allowed(items, ContentPermissions.EditContent, p => p.Edit, p => p.EditOwn, user.May(ContentPermissions.EditOwnOrganisation) ? user.OrganisationSet : null);

    /// <summary>Those of the items that the person may publish.</summary>
    public IQueryable<ContentItem> Publishable(IQueryable<ContentItem> items) => Allowed(items, ContentPermissions.PublishContent, p => p.Publish, p => p.PublishOwn);

    /// <summary>The same in shares that have nothing in common: each can be read along an index in the order of a list, which all of them together cannot.</summary>
    public IReadOnlyList<IQueryable<ContentItem>> EditableShares(IQueryable<ContentItem> items)
    {
        if (user.May(ContentPermissions.EditContent)) return [items];
        var (me, organisation) = (user.Id, user.OrganisationSet);
        string[] whole = [.. types.All.Where(t => user.May(permissions.Of(t.Name).Edit)).Select(t => t.Name)];
        string[] partly = [.. types.All.Where(t => user.May(permissions.Of(t.Name).EditOwn)).Select(t => t.Name).Except(whole, StringComparer.Ordinal)];
        var own = items.Where(i => partly.Contains(i.ContentType));
        return
        [
            .. whole.Length == 0 ? Array.Empty<IQueryable<ContentItem>>() : [items.Where(i => whole.Contains(i.ContentType))],
            .. partly.Length == 0 || organisation is null ? Array.Empty<IQueryable<ContentItem>>() : [own.Where(i => i.OrganisationSet == organisation)],
            .. partly.Length == 0 || me is null ? Array.Empty<IQueryable<ContentItem>>() : [own.Where(i => i.OwnerId == me && (i.OrganisationSet == null || i.OrganisationSet != organisation))],
        ];
    }

    /// <param name="ownPage">Set of the organisation whose own page is among them too.</param>
    IQueryable<ContentItem> Allowed(IQueryable<ContentItem> items, Permission everything, Func<TypePermissions, Permission> any, Func<TypePermissions, Permission> own, string? ownPage = null)
    {
        if (user.May(everything)) return items;
        var (me, organisation) = (user.Id, user.OrganisationSet);
        string[] whole = [.. types.All.Where(t => user.May(any(permissions.Of(t.Name)))).Select(t => t.Name)], partly = [.. types.All.Where(t => user.May(own(permissions.Of(t.Name)))).Select(t => t.Name)];
        return items.Where(i => whole.Contains(i.ContentType) || (ownPage != null && i.ContentType == OrganisationType && i.LocalizationSet == ownPage)
            || (partly.Contains(i.ContentType) && ((i.OwnerId != null && i.OwnerId == me) || (i.OrganisationSet != null && i.OrganisationSet == organisation))));
    }

    Problem? AgainstEditing(ContentItem item) => IsOwnOrganisation(item) && user.May(ContentPermissions.EditOwnOrganisation) ? null : Against(item, permissions.Of(item.ContentType).Edit, permissions.Of(item.ContentType).EditOwn);

    Problem? AgainstPublishing(ContentItem item)
    {
        var of = permissions.Of(item.ContentType);
        return user.May(of.PublishOwn) ? Against(item, of.Publish, of.PublishOwn) : OnlyNetworkEditors;
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

    /// <summary>The item is the page of the organisation itself: its owners write it, whoever made it.</summary>
    bool IsOwnOrganisation(ContentItem item) => item.ContentType == OrganisationType && item.LocalizationSet == user.OrganisationSet;

    bool IsOwn(ContentItem item) =>
        (item.OwnerId is not null && item.OwnerId == user.Id) || (item.OrganisationSet is not null && item.OrganisationSet == user.OrganisationSet);
}
