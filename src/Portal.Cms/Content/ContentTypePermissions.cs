using System.Collections.Concurrent;
using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>What may be done with the items of one type. "Own" means: one's own items and those of one's organisation.</summary>
public sealed record TypePermissions(Permission Publish, Permission PublishOwn, Permission Edit, Permission EditOwn, Permission Delete, Permission DeleteOwn, Permission View)
{
    public IEnumerable<Permission> All => [Publish, PublishOwn, Edit, EditOwn, Delete, DeleteOwn, View];
}

/// <summary>The permissions of each content type, in Orchard Core's names: <c>Publish_PolicyAnalysis</c>, <c>EditOwn_Debate</c>. The general ones imply them.</summary>
/// <remarks>Who publishes what without a second person is said with these and nowhere else. The general <c>PublishOwnContent</c> implies <c>PublishOwn_…</c> only of types that members publish; of all others a role has it by name or not at all.</remarks>
public sealed class ContentTypePermissions(ContentTypes types) : IPermissionProvider
{
    readonly ConcurrentDictionary<(string Type, string Name, bool ByMembers), TypePermissions> known = new();

    public IEnumerable<Permission> Permissions => types.All.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(t => Of(t.Name).All).Append(ListContent);

    /// <summary>Opens the editors' list and forms: whoever may write anything at all has it.</summary>
    public Permission ListContent => new("ListContent", "Open the list of content", [ContentPermissions.EditOwnContent, .. types.All.Select(t => Of(t.Name).EditOwn)]);

    public TypePermissions Of(string contentType)
    {
        var type = types.Find(contentType);
        return known.GetOrAdd((contentType, type?.DisplayName ?? contentType, type is { MembersMayPublish: true }), Make);
    }

    static TypePermissions Make((string Type, string Name, bool ByMembers) of)
    {
        var (type, name, byMembers) = of;
        var publish = new Permission($"Publish_{type}", "Publish and unpublish any", [ContentPermissions.PublishContent], Category: name);
        var publishOwn = new Permission($"PublishOwn_{type}", "Publish and unpublish those of one's own organisation", byMembers ? [publish, ContentPermissions.PublishOwnContent] : [publish], Category: name);
        var edit = new Permission($"Edit_{type}", "Edit any", [ContentPermissions.EditContent, publish], Category: name);
        var editOwn = new Permission($"EditOwn_{type}", "Edit those of one's own organisation", [ContentPermissions.EditOwnContent, edit, publishOwn], Category: name);
        var delete = new Permission($"Delete_{type}", "Delete any", [ContentPermissions.DeleteContent], Category: name);
        var deleteOwn = new Permission($"DeleteOwn_{type}", "Delete those of one's own organisation", [ContentPermissions.DeleteOwnContent, delete], Category: name);
        var view = new Permission($"View_{type}", "Read unpublished ones", [ContentPermissions.ViewContent, edit], Category: name);
        return new(publish, publishOwn, edit, editOwn, delete, deleteOwn, view);
    }
}
