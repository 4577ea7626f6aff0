using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Models;

namespace Portal.Contents.Actions;

/// <summary>Forgets what the person who asks typed into a form: it was saved, or is not wanted.</summary>
public sealed class DiscardUnsavedWork(UnitOfWork work, PortalDb db, CurrentUser user, ContentTypePermissions permissions)
{
    public async Task<Result<Done>> RunAsync(string form, CancellationToken cancel)
    {
        if (!user.May(permissions.ListContent) || user.Id is not { } id) return CurrentUser.NotAllowed;
        var mine = db.UnsavedWork.Where(w => w.UserId == id && w.Form == form);
        // Most forms are saved with nothing kept of them: no turn at writing for that.
        if (!await mine.AnyAsync(cancel)) return default(Done);

        return await work.RunAsync<Done>(async () =>
        {
            await mine.ExecuteDeleteAsync(cancel);
            return default(Done);
        }, cancel);
    }
}
