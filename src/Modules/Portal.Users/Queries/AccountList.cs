using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;

namespace Portal.Users.Queries;

public sealed record AccountRow(string Id, string UserName, string Email, IReadOnlyList<string> Roles, string? Organisation, DateTime CreatedUtc, DateTime? ClosedUtc, string? DisplayName = null, string? ClosedReason = null);

/// <param name="After">User name of the last row before the page; null = from the beginning.</param>
/// <param name="Organisation">Localization set.</param>
/// <param name="State"><c>open</c> or <c>closed</c>; null = both.</param>
public sealed record AccountFilter(string? Q = null, string? Role = null, string? After = null, string? Organisation = null, string? State = null);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record AccountsView(AccountFilter Filter, IReadOnlyList<AccountRow> Rows, string? Next, IReadOnlyList<string> Roles, IReadOnlyList<ContentName> Organisations);

public sealed record AccountView(AccountRow Row, string? OrganisationSet, bool HasSecondFactor, int Passkeys, int Sessions, DateTime? LastSignInUtc, bool IsResting, IReadOnlyList<string> AllRoles, IReadOnlyList<ContentName> Organisations);

public sealed record InvitationRow(string Id, string Email, string Role, string? Organisation, DateTime ExpiresUtc);

public sealed record InvitationsView(IReadOnlyList<InvitationRow> Rows, IReadOnlyList<string> Roles, IReadOnlyList<ContentName> Organisations, bool IsOwnOnly);

/// <summary>Accounts and invitations for those who manage them: four queries a page, however many accounts there are.</summary>
public sealed class AccountList(PortalDb db, UserManager<User> users, ContentNames names, MailedLinks links, InvitationRights rights, CurrentUser me, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<AccountsView> RunAsync(AccountFilter filter, CancellationToken cancel)
    {
        var found = db.Users.AsNoTracking();
        if (filter.Q?.Trim() is { Length: > 0 } words)
        {
            var sought = users.NormalizeName(words)!;
            found = found.Where(u => u.NormalizedUserName!.Contains(sought) || u.NormalizedEmail!.Contains(sought));
        }

        if (filter.Role is { Length: > 0 } role) found = found.Where(u => db.UserRoles.Any(m => m.UserId == u.Id && db.Roles.Any(r => r.Id == m.RoleId && r.Name == role)));
        if (filter.Organisation is { Length: > 0 } organisation) found = found.Where(u => u.OrganisationSet == organisation);
        if (filter.State is "open") found = found.Where(u => u.ClosedUtc == null);
        if (filter.State is "closed") found = found.Where(u => u.ClosedUtc != null);
        // By a key that is unique and has an index: no page costs more than the first.
#pragma warning disable CA1309 // In SQL this becomes >, which compares bytes on both databases.
        if (filter.After is { Length: > 0 } after) found = found.Where(u => string.Compare(u.NormalizedUserName, after) > 0);
#pragma warning restore CA1309

        var page = await found.OrderBy(u => u.NormalizedUserName).Take(PageSize + 1).ToListAsync(cancel);
        var rows = await RowsAsync([.. page.Take(PageSize)], cancel);
        return new(filter, rows, page.Count > PageSize ? page[PageSize - 1].NormalizedUserName : null, await AllRolesAsync(cancel), [.. (await names.AllAsync("Organisation", Culture.Current, cancel)).OrderBy(o => o.Name, StringComparer.CurrentCulture)]);
    }

    public async Task<AccountView?> FindAsync(string id, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user) return null;
        var now = clock.UtcNow;
        return new(
            (await RowsAsync([user], cancel))[0],
            user.OrganisationSet,
            await db.SecondFactors.AnyAsync(f => f.UserId == id, cancel),
            (await users.GetPasskeysAsync(user)).Count,
            await db.Sessions.CountAsync(s => s.UserId == id, cancel),
            await db.SignInAttempts.Where(a => a.UserId == id && a.Succeeded).MaxAsync(a => (DateTime?)a.AtUtc, cancel),
            user.LockoutEnd?.UtcDateTime > now,
            await AllRolesAsync(cancel),
            await names.AllAsync("Organisation", Culture.Current, cancel));
    }

    public async Task<InvitationsView> InvitationsAsync(CancellationToken cancel)
    {
        var (now, all) = (clock.UtcNow, me.May(UserPermissions.ManageUsers));
        var open = await db.MailedLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.ExpiresUtc > now && (all || l.OrganisationSet == me.OrganisationSet)).OrderByDescending(l => l.CreatedUtc).ToListAsync(cancel);
        var organisations = await names.AllAsync("Organisation", Culture.Current, cancel);
        var byId = organisations.ToDictionary(o => o.Set, o => o.Name, StringComparer.Ordinal);
        return new(
            [.. open.Select(l => (l, content: links.ContentOf(l))).Select(x => new InvitationRow(x.l.Id, x.content.Email, x.content.Role ?? "", x.l.OrganisationSet is { } set ? byId.GetValueOrDefault(set, set) : null, x.l.ExpiresUtc))],
            await rights.RolesAsync(cancel),
            all ? organisations : [.. organisations.Where(o => o.Set == me.OrganisationSet)],
            IsOwnOnly: !all);
    }

    async Task<IReadOnlyList<string>> AllRolesAsync(CancellationToken cancel) =>
        await db.Roles.Where(r => r.Name != Role.Anonymous && r.Name != Role.Authenticated).OrderBy(r => r.Name).Select(r => r.Name!).ToListAsync(cancel);

    async Task<IReadOnlyList<AccountRow>> RowsAsync(IReadOnlyList<User> page, CancellationToken cancel)
    {
        var ids = page.Select(u => u.Id).ToList();
        var roles = (await (from membership in db.UserRoles join role in db.Roles on membership.RoleId equals role.Id where ids.Contains(membership.UserId) orderby role.Name select new { membership.UserId, role.Name }).ToListAsync(cancel))
            .ToLookup(r => r.UserId, r => r.Name!, StringComparer.Ordinal);
        var organisations = await names.InAsync(Culture.Current, page.Select(u => u.OrganisationSet), cancel);
        return [.. page.Select(u => new AccountRow(u.Id, u.UserName!, u.Email ?? "", [.. roles[u.Id]], u.OrganisationSet is { } set ? organisations.GetValueOrDefault(set)?.Name ?? set : null, u.CreatedUtc, u.ClosedUtc, u.DisplayName, u.ClosedReason))];
    }
}
