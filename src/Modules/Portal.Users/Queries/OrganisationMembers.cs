using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;

namespace Portal.Users.Queries;

/// <param name="Kind">Key of what kind of organisation it is.</param>
public sealed record OrganisationRow(string Set, string Name, string? Lang, string Kind, int Members, int Owners);

public sealed record MemberRow(string Id, string UserName, string? DisplayName, string Email, IReadOnlyList<string> Roles, bool IsOwner, bool IsSelf, DateTime CreatedUtc, DateTime? ClosedUtc);

/// <param name="Pages">The texts of the organisation's own page: culture code and content item id.</param>
public sealed record OrganisationView(
    string Set, string Name, string? Lang, string? Href, IReadOnlyList<MemberRow> Members, IReadOnlyList<InvitationRow> Invitations, IReadOnlyList<string> Roles, IReadOnlyList<(Culture Culture, string ContentItemId)> Pages);

/// <summary>Organisations and their members: a constant number of queries, however many there are.</summary>
public sealed class OrganisationMembers(PortalDb db, ContentNames names, MailedLinks links, InvitationRights rights, CurrentUser me, TimeProvider clock)
{
    public async Task<IReadOnlyList<OrganisationRow>> AllAsync(CancellationToken cancel)
    {
        var kinds = (await db.ContentItemIndex.Where(i => i.ContentType == "Organisation").Select(i => new { i.LocalizationSet, i.Kind }).Distinct().ToListAsync(cancel)).ToLookup(k => k.LocalizationSet, k => k.Kind, StringComparer.Ordinal);
        var members = await db.Users.Where(u => u.OrganisationSet != null).GroupBy(u => u.OrganisationSet!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        var owners = await (from membership in db.UserRoles
                            join role in db.Roles on membership.RoleId equals role.Id
                            join user in db.Users on membership.UserId equals user.Id
                            where role.Name == OrganisationRoles.Owner && user.OrganisationSet != null
                            group user by user.OrganisationSet! into same
                            select new { same.Key, Count = same.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return [.. (await names.AllAsync("Organisation", Culture.Current, cancel)).OrderBy(n => n.Name, StringComparer.CurrentCulture)
            .Select(n => new OrganisationRow(n.Set, n.Name, n.Lang, kinds[n.Set].FirstOrDefault() ?? "", members.GetValueOrDefault(n.Set), owners.GetValueOrDefault(n.Set)))];
    }

    /// <returns>Null where there is no such organisation.</returns>
    public async Task<OrganisationView?> FindAsync(string set, CancellationToken cancel)
    {
        var pages = await db.ContentItems.Where(i => i.LocalizationSet == set && i.ContentType == "Organisation" && i.LatestVersionId != null).Select(i => new { i.Culture, i.ContentItemId }).ToListAsync(cancel);
        if (pages.Count == 0) return null;

        var name = (await names.InAsync(Culture.Current, [set], cancel)).GetValueOrDefault(set);
        var accounts = await db.Users.AsNoTracking().Where(u => u.OrganisationSet == set).OrderBy(u => u.NormalizedUserName).ToListAsync(cancel);
        var roles = (await (from membership in db.UserRoles
                            join role in db.Roles on membership.RoleId equals role.Id
                            join user in db.Users on membership.UserId equals user.Id
                            where user.OrganisationSet == set
                            orderby role.Name
                            select new { membership.UserId, role.Name }).ToListAsync(cancel)).ToLookup(r => r.UserId, r => r.Name!, StringComparer.Ordinal);
        var now = clock.UtcNow;
        var open = await db.MailedLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.ExpiresUtc > now && l.OrganisationSet == set).OrderByDescending(l => l.CreatedUtc).ToListAsync(cancel);
        var given = await rights.RolesAsync(cancel);
        return new(
            set, name?.Name ?? set, name?.Lang, name?.Href,
            [.. accounts.Select(u => new MemberRow(u.Id, u.UserName!, u.DisplayName, u.Email ?? "", [.. roles[u.Id]], roles[u.Id].Contains(OrganisationRoles.Owner, StringComparer.Ordinal), u.Id == me.Id, u.CreatedUtc, u.ClosedUtc))],
            [.. open.Select(l => (l, content: links.ContentOf(l))).Select(x => new InvitationRow(x.l.Id, x.content.Email, x.content.Role ?? "", null, x.l.ExpiresUtc))],
            [.. OrganisationRoles.All.Intersect(given, StringComparer.Ordinal)],
            [.. from culture in Culture.ContentCultures from page in pages where page.Culture == culture.Code select (culture, page.ContentItemId)]);
    }
}
