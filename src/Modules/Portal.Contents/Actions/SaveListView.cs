using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Lists;
using Portal.Contents.Models;

namespace Portal.Contents.Actions;

/// <summary>Keeps a selection of the list under a name. Only network editors keep one for everybody.</summary>
public sealed class SaveListView(PortalDb db, UnitOfWork work, ContentTypePermissions permissions, CurrentUser user, AuditTrail audit)
{
    const int LongestName = 60, MostPerPerson = 30;

    public sealed record Input(string? Name, EditorsFilter Filter, bool IsShared);

    public Task<Result<SavedListView>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<SavedListView>(async () =>
    {
        user.Demand(input.IsShared ? ContentPermissions.PublishContent : permissions.ListContent);
        if (user.Id is not { } me) return CurrentUser.NotAllowed;
        var name = input.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || !ContentText.IsStorable(name)) return Problem.Invalid("name", "Give it a name of at most {0} characters.", LongestName);
        if (await db.SavedListViews.CountAsync(v => v.UserId == me, cancel) >= MostPerPerson) return Problem.Conflict("At most {0} views can be kept. Delete one first.", MostPerPerson);

        var view = new SavedListView { Id = Ids.New(), UserId = me, Name = name, Query = input.Filter.Query(), IsShared = input.IsShared };
        db.SavedListViews.Add(view);
        audit.Record("ListView", "Saved", view.Id);
        return view;
    }, cancel);
}

/// <summary>Deletes a kept selection: one's own, or, as a network editor, one that is everybody's.</summary>
public sealed class DeleteListView(PortalDb db, UnitOfWork work, ContentTypePermissions permissions, CurrentUser user, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string id, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        user.Demand(permissions.ListContent);
        var view = await db.SavedListViews.SingleOrDefaultAsync(v => v.Id == id, cancel);
        if (view is null || (view.UserId != user.Id && !(view.IsShared && user.May(ContentPermissions.PublishContent)))) return Problem.NotFound("There is no such view.");

        db.SavedListViews.Remove(view);
        audit.Record("ListView", "Deleted", id);
        return default(Done);
    }, cancel);
}
