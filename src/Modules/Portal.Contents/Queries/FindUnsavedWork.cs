using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Contents.Models;

namespace Portal.Contents.Queries;

/// <summary>What the person who asks typed into a form and did not save.</summary>
public sealed class FindUnsavedWork(PortalDb db, CurrentUser user)
{
    public async Task<UnsavedWork?> OfAsync(string form, CancellationToken cancel) =>
        user.Id is not { } id ? null : await db.UnsavedWork.AsNoTracking().SingleOrDefaultAsync(w => w.UserId == id && w.Form == form, cancel);
}
