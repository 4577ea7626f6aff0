using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Users.Letters;
using Portal.Users.Models;

namespace Portal.Users.Sessions;

/// <summary>What every way of signing in ends with. Called inside an action's unit of work.</summary>
public sealed class SessionStart(UnitOfWork work, PortalDb db, AccountMails mails, NotificationChoices choices, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Name of the mail that may be refused: see <see cref="NotificationKind"/>.</summary>
    public static readonly NotificationKind NewClient = new("new-sign-in", "Signing in from a kind of browser that was not used before");

    /// <returns>Id of the session.</returns>
    public async Task<string> BeginAsync(User user, SignInMethod method, string client, CancellationToken cancel)
    {
        var known = await db.SignInAttempts.Where(a => a.UserId == user.Id && a.Succeeded).Select(a => a.Client).Distinct().ToListAsync(cancel);
        var isNew = known.Count > 0 && !known.Contains(client, StringComparer.Ordinal);
        var session = new UserSession { Id = Ids.New(), UserId = user.Id, Client = client, Method = method, SignedInUtc = clock.UtcNow, LastSeenUtc = clock.UtcNow };
        db.Add(session);
        Note(user.Id, method, client, succeeded: true);
        audit.Record("User", "SignedIn", user.Id, new() { ["method"] = method.ToString() });
        work.Evict(AccountTags.Of(user.Id));
        if (isNew && (await choices.WantedByAsync(user.Id, cancel)).Contains(NewClient.Name)) await mails.TellOfChangeAsync(user, "Somebody signed in to your account from a kind of browser that was not used before: {0}.", client.Length > 0 ? client : "?");
        return session.Id;
    }

    /// <summary>Writes down a refusal, where it is known whose account it was.</summary>
    public void Refused(string userId, SignInMethod method, string client)
    {
        Note(userId, method, client, succeeded: false);
        audit.Record("User", "SignInRefused", userId);
    }

    void Note(string userId, SignInMethod method, string client, bool succeeded) =>
        db.Add(new SignInAttempt { UserId = userId, AtUtc = clock.UtcNow, Client = client, Method = method, Succeeded = succeeded });
}
