using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Users.Models;

namespace Portal.Users.Letters;

/// <param name="Address">Whole, from the scheme on.</param>
/// <param name="Id">Of the stored link: when it is used, the letter is worth nothing.</param>
public sealed record LetterLink(string Address, string Id);

/// <summary>The mails about accounts, each in its reader's language.</summary>
public sealed class AccountMails(SendMail mail, IStringLocalizer T, Dates dates, SiteAddress site, SiteSettings settings, TimeProvider clock)
{
    public void Registration(LinkContent to, LetterLink link) => Send(link.Id, to.Email, to.Culture, () => T["Your registration"], () =>
        [T["Somebody, probably you, asked for an account with this address. Choose a password here and the account is yours:"], link.Address, T["The link works once, within 24 hours. If it was not you, there is nothing to do: without it there will be no account."]]);

    /// <param name="origin">Scheme and host of the site.</param>
    /// <param name="about">Id of the account.</param>
    public void HasAccountAlready(LinkContent to, string origin, string about) => Send(about, to.Email, to.Culture, () => T["You have an account already"], () =>
        [T["Somebody, probably you, asked for an account with this address. There is one already. Sign in, or choose a new password if you forgot it:"], $"{origin}/sign-in?lang={to.Culture}\n{origin}/password/forgotten?lang={to.Culture}"]);

    public void PasswordReset(LinkContent to, LetterLink link) => Send(link.Id, to.Email, to.Culture, () => T["A new password"], () =>
        [T["Somebody, probably you, asked for a new password for your account. Choose it here:"], link.Address, T["The link works once, within one hour. If it was not you, there is nothing to do: your password stays as it is."]]);

    public void NewAddress(LinkContent to, LetterLink link) => Send(link.Id, to.Email, to.Culture, () => T["Confirm your new address"], () =>
        [T["Your account is to have this address from now on. Confirm it here:"], link.Address, T["The link works once, within 24 hours."]]);

    public void AddressIsTaken(LinkContent to) => Send(null, to.Email, to.Culture, () => T["Confirm your new address"], () =>
        [T["Somebody, probably you, wanted to give this address to an account. It belongs to another account already, so nothing was changed."]]);

    public void Invitation(LinkContent to, LetterLink link, string role, string? organisation) => Send(link.Id, to.Email, to.Culture, () => T["You are invited"], () =>
        [organisation is null ? T["You are invited to work on our site as: {0}.", role] : T["You are invited to work on our site as: {0}, for {1}.", role, organisation], T["Choose a user name and a password here:"], link.Address, T["The link works once, within seven days."]]);

    public void AddressChanged(User user, string oldAddress) => Send(user.Id, oldAddress, user.Culture ?? Culture.Current.Code, () => T["Something changed on your account"], () =>
        [T["Your account has another address now; nothing more is sent to this one."], T["If it was not you, write to those who run the site at once."]]);

    /// <param name="message">English message id: what happened to the account.</param>
    public async Task TellOfChangeAsync(User user, string message, params object[] args)
    {
        if (user.Email is not { Length: > 0 } address) return;
        var (origin, zone, at) = (await site.FindAsync(), user.TimeZone ?? await settings.TimeZoneAsync(), clock.UtcNow);
        Send(user.Id, address, user.Culture ?? Culture.Current.Code, () => T["Something changed on your account"], () =>
        [
            T[message, args],
            dates.Instant(at, zone, Culture.Current),
            T["If it was not you, choose a new password at once and look at where you are signed in."],
            .. origin is null ? Array.Empty<string>() : [$"{origin}/password/forgotten"],
        ]);
    }

    /// <summary>Texts are found in the current culture; a mail is written in its reader's.</summary>
    void Send(string? about, string to, string culture, Func<string> subject, Func<string[]> paragraphs)
    {
        var before = CultureInfo.CurrentUICulture;
        var known = Culture.TryFrom(culture, out var own) ? own : Culture.En;
        CultureInfo.CurrentUICulture = known.FormatCulture;
        try { mail.Tell(new MailMessage(to, subject(), string.Join("\n\n", paragraphs()), known.Code) { About = about }); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}
