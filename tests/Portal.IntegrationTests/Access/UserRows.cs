using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;
using Portal.Users.Actions;
using Portal.Users.Models;
using static Portal.IntegrationTests.Access.Who;

namespace Portal.IntegrationTests.Access;

public sealed class UserRows : IActionRows
{
    static readonly CancellationToken Cancel = CancellationToken.None;

    public IEnumerable<ActionRow> Rows =>
    [
        ActionRow.Of<CreateBuiltInRoles>(Administrator, a => a.RunAsync(Cancel).ProblemAsync()),
        ActionRow.Of<CreateUser>(Administrator, a => a.RunAsync(new("somebody", "somebody@example.org", ["Translator"], Template.Password), Cancel).ProblemAsync()),
        ActionRow.Of<ResetPassword>(Administrator, a => a.RunAsync("arta", Cancel).ProblemAsync()),
        ActionRow.Of<CreateToken>(Administrator, a => a.RunAsync(new("arta", "theirs", ["content"]), Cancel).ProblemAsync()),
        ActionRow.Of<CreateToken>(Staff, a => a.RunAsync(new("tara", "own", ["content"]), Cancel).ProblemAsync()),
        ActionRow.Of<RevokeToken>(SignedIn, async (a, db) => await a.RunAsync(await TokenOfAsync(db, "tara"), Cancel).ProblemAsync()),
        ActionRow.Of<RevokeToken>(Administrator, async (a, db) => await a.RunAsync(await TokenOfAsync(db, "arta"), Cancel).ProblemAsync()),
        ActionRow.Of<InviteUser>(Administrator | OrganisationOwner, a => a.RunAsync(new("new@example.org", "MemberEditor", WhoMayDoWhatTests.Owner, "en"), Cancel).ProblemAsync()),
        ActionRow.Of<InviteUser>(Administrator, a => a.RunAsync(new("new@example.org", "MemberEditor", WhoMayDoWhatTests.Elsewhere, "en"), Cancel).ProblemAsync()),
        ActionRow.Of<InviteUser>(Administrator, a => a.RunAsync(new("new@example.org", "Moderator", WhoMayDoWhatTests.Owner, "en"), Cancel).ProblemAsync()),
        ActionRow.Of<WithdrawInvitation>(Administrator | OrganisationOwner, async (a, db) => await a.RunAsync(await InvitationToAsync(db, WhoMayDoWhatTests.Owner), Cancel).ProblemAsync()),
        ActionRow.Of<WithdrawInvitation>(Administrator, async (a, db) => await a.RunAsync(await InvitationToAsync(db, WhoMayDoWhatTests.Elsewhere), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeRoles>(Administrator, async (a, db) => await a.RunAsync(await IdOfAsync(db, "arta"), ["Translator"], null, Cancel).ProblemAsync()),
        ActionRow.Of<CloseAccount>(Administrator, async (a, db) => await a.RunAsync(await IdOfAsync(db, "arta"), isClosed: true, "left", Cancel).ProblemAsync()),
        ActionRow.Of<ResetSecondFactor>(Administrator, async (a, db) => await a.RunAsync(await IdOfAsync(db, "arta"), Cancel).ProblemAsync()),
        ActionRow.Of<ChangeOwner>(Administrator | OrganisationOwner, async (a, db) => await a.RunAsync(await IdOfAsync(db, "fiq"), isOwner: true, Cancel).ProblemAsync()),
        ActionRow.Of<ChangeOwner>(Administrator, async (a, db) => await a.RunAsync(await IdOfAsync(db, "aktiv"), isOwner: true, Cancel).ProblemAsync()),
        ActionRow.Of<RemoveMember>(Administrator | OrganisationOwner, async (a, db) => await a.RunAsync(await IdOfAsync(db, "fiq"), Cancel).ProblemAsync()),
        ActionRow.Of<RemoveMember>(Administrator, async (a, db) => await a.RunAsync(await IdOfAsync(db, "aktiv"), Cancel).ProblemAsync()),
        ActionRow.Of<SaveRole>(Administrator, a => a.RunAsync("Proofreader", [], Cancel).ProblemAsync()),
        ActionRow.Of<DeleteRole>(Administrator, a => a.RunAsync("InstitutionOfficial", Cancel).ProblemAsync()),

        // What people do to their own account, whoever they are; the account is the acting person's, never one that is named.
        ActionRow.Of<SavePreferences>(SignedIn, a => a.RunAsync(new(null, null, []), Cancel).ProblemAsync()),
        ActionRow.Of<ChangePassword>(SignedIn, a => a.RunAsync(Template.Password, "another long pass phrase", null, Cancel).ProblemAsync()),
        ActionRow.Of<RequestAddressChange>(SignedIn, a => a.RunAsync("new@example.org", Template.Password, Cancel).ProblemAsync()),
        ActionRow.Of<DeleteAccount>(SignedIn, a => a.RunAsync(Template.Password, Cancel).ProblemAsync()),
        ActionRow.Of<EndSessions>(SignedIn, a => a.RunAsync(null, null, Cancel).ProblemAsync()),
        ActionRow.Of<AddSecondFactor>(SignedIn, a => a.RunAsync("not an offer", "000000", Template.Password, "", Cancel).ProblemAsync()),
        ActionRow.Of<RenewRecoveryCodes>(SignedIn, a => a.RunAsync(Template.Password, Cancel).ProblemAsync()),
        ActionRow.Of<RemoveSecondFactor>(SignedIn, a => a.RunAsync(Template.Password, Cancel).ProblemAsync()),
        ActionRow.Of<SignOut>(Everybody, a => a.RunAsync(null, Cancel).ProblemAsync()),
        ActionRow.Without<AddPasskey>("an answer of a passkey to a question put to this very account, which only a browser can make; the page asks for a session: AccountJourneyTests"),
        ActionRow.Of<RemovePasskey>(Who.None, a => a.RunAsync("00", Cancel).ProblemAsync()),      // nobody has this one: one's own only

        // What begins outside: a password, a code, a mailed link.
        ActionRow.Without<SignIn>("the password, whoever has it: SignInTests"),
        ActionRow.Without<EnterSecondFactor>("the code, after the password: SecondFactorTests"),
        ActionRow.Without<SignInWithPasskey>("an answer of a passkey, which only a browser can make: AccountJourneyTests"),
        ActionRow.Of<RequestRegistration>(Everybody, a => a.RunAsync("new@example.org", "en", Cancel).ProblemAsync()),
        ActionRow.Of<RequestPasswordReset>(Everybody, a => a.RunAsync("new@example.org", "en", Cancel).ProblemAsync()),
        ActionRow.Without<CompleteRegistration>("the mailed link: RegistrationTests"),
        ActionRow.Without<CompletePasswordReset>("the mailed link: RegistrationTests"),
        ActionRow.Without<ConfirmAddress>("the mailed link: OwnAccountTests"),
        ActionRow.Without<AcceptInvitation>("the mailed link: AdministrationTests"),
    ];

    static async Task<string> TokenOfAsync(PortalDb db, string user)
    {
        var token = new ApiToken { Id = Ids.New(), UserId = await IdOfAsync(db, user), Name = "a token", Hash = Ids.New(), Scopes = "content" };
        db.Add(token);
        await db.SaveChangesAsync(Cancel);
        return token.Id;
    }

    static async Task<string> InvitationToAsync(PortalDb db, string organisation)
    {
        var link = new MailedLink { Id = Ids.New(), Hash = Ids.New(), Purpose = LinkPurpose.Invitation, ProtectedContent = "", OrganisationSet = organisation, CreatedUtc = Template.Start, ExpiresUtc = Template.Start.AddDays(7) };
        db.Add(link);
        await db.SaveChangesAsync(Cancel);
        return link.Id;
    }

    static Task<string> IdOfAsync(PortalDb db, string user) => db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync();
}
