using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Actions;
using Portal.Users.Letters;
using Portal.Users.Models;
using Portal.Users.Passwords;
using Portal.Users.Sessions;

namespace Portal.Users.Actions;

/// <param name="OrganisationSet">The organisation that the person is to speak for: its localization set.</param>
/// <param name="Culture">Culture code of the mail and of the account.</param>
public sealed record NewInvitation(string Email, string Role, string? OrganisationSet, string Culture);

/// <summary>Invites somebody to an account with a role: by mail, good once and for seven days. Who may only invite to the own organisation gives no role that may do what they themselves may not.</summary>
public sealed class InviteUser(UnitOfWork work, PortalDb db, InvitationRights rights, MailedLinks links, AccountMails mails, SiteAddress site, ContentNames names, CurrentUser me, AuditTrail audit, IStringLocalizer text)
{
    public async Task<Result<Done>> RunAsync(NewInvitation input, CancellationToken cancel)
    {
        if (EmailAddress.Check("email", input.Email) is { } wrong) return Problem.Invalid([wrong]);
        if (!Culture.TryFrom(input.Culture, out var culture)) return Problem.Invalid("culture", "Languages are: {0}.", string.Join(", ", Culture.All));

        return await work.RunAsync<Done>(async () =>
        {
            me.Demand(UserPermissions.InviteToOwnOrganisation);
            if (!(await rights.RolesAsync(cancel)).Contains(input.Role, StringComparer.Ordinal)) return Problem.Forbidden("You cannot give this role.");
            if (!rights.MayInviteTo(input.OrganisationSet)) return Problem.Forbidden("You can invite people to your own organisation only.");
            if (input.OrganisationSet is { } set && !await db.ContentItems.AnyAsync(i => i.LocalizationSet == set && i.ContentType == "Organisation", cancel)) return Problem.Invalid("organisation", "There is no such item.");

            if (await OrganisationRoles.CheckAsync(db, [input.Role], input.OrganisationSet, cancel) is { } misplaced) return misplaced;

            if (await site.FindAsync() is not { } origin) return SiteAddress.Unknown;
            var to = new LinkContent(input.Email.Trim(), culture.Code, input.Role);
            var (code, link) = await links.AddAsync(LinkPurpose.Invitation, to, cancel, createdBy: me.Id, organisation: input.OrganisationSet);
            var organisation = (await names.InAsync(culture, [input.OrganisationSet], cancel)).Values.FirstOrDefault()?.Name;
            mails.Invitation(to, new($"{origin}/invitation?code={code}&{CultureRouting.QueryKey}={culture.Code}", link.Id), RoleNames.Of(input.Role, text), organisation);
            audit.Record("Invitation", "Sent", link.Id, new() { ["role"] = input.Role, ["organisation"] = input.OrganisationSet });
            return default(Done);
        }, cancel);
    }
}

/// <summary>Takes an invitation back before it was accepted.</summary>
public sealed class WithdrawInvitation(UnitOfWork work, PortalDb db, InvitationRights rights, SendMail mail, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(string id, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        me.Demand(UserPermissions.InviteToOwnOrganisation);
        if (await db.MailedLinks.FirstOrDefaultAsync(l => l.Id == id && l.Purpose == LinkPurpose.Invitation, cancel) is not { } link) return Problem.NotFound("There is no such invitation.");
        if (!rights.MayInviteTo(link.OrganisationSet)) return Problem.Forbidden("You can invite people to your own organisation only.");
        db.Remove(link);
        mail.Forget(id);
        audit.Record("Invitation", "Withdrawn", id);
        return default(Done);
    }, cancel);
}

/// <summary>An invited person chooses name and password; the address is confirmed by the link.</summary>
public sealed class AcceptInvitation(UnitOfWork work, PortalDb db, MailedLinks links, NewAccounts accounts, PasswordCheck passwords, SessionStart sessions)
{
    /// <returns>The account, signed in.</returns>
    public async Task<Result<SignInOutcome>> RunAsync(string code, string userName, string password, string client, CancellationToken cancel)
    {
        if (await links.FindAsync(code, LinkPurpose.Invitation, cancel) is not { Content: { Role: { } role } content } link) return MailedLinks.Spent;
        if (accounts.CheckName(userName) is { } name) return Problem.Invalid([name]);
        if (PasswordRules.Check("newPassword", password, userName) is { } weak) return Problem.Invalid([weak]);

        var user = accounts.Draft(userName, content.Email, content.Culture);
        user.OrganisationSet = link.Link.OrganisationSet;
        user.PasswordHash = passwords.Hash(user, password);
        return await work.RunAsync<SignInOutcome>(async () =>
        {
            if (!await links.UseAsync(link, cancel) || !await db.Roles.AnyAsync(r => r.Name == role, cancel)) return MailedLinks.Spent;
            if (await accounts.AddAsync(user, [role], "InvitationAccepted", cancel) is { } refused) return refused;
            return new SignInOutcome(user, await sessions.BeginAsync(user, SignInMethod.Password, client, cancel));
        }, cancel);
    }
}
