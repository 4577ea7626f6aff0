using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.ViewModels;

namespace Portal.Users.Queries;

/// <summary>The account of the person who asks.</summary>
public sealed class OwnAccount(PortalDb db, CurrentUser me)
{
    public async Task<AccountPage?> GetAsync(CancellationToken cancel)
    {
        var found = await (from user in db.Users
                           where user.Id == me.Id
                           select new
                           {
                               user.UserName,
                               user.Email,
                               user.Culture,
                               Roles = (from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where membership.UserId == user.Id orderby role.Name select role.Name).ToList(),
                           }).AsNoTracking().FirstOrDefaultAsync(cancel);
        return found is null ? null : new(found.UserName!, found.Email ?? "", found.Roles!, found.Culture, Saved: false);
    }
}
