using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>The mails to authors who left an address, in the language of their comment.</summary>
public sealed class SubmissionMails(SendMail mail, IStringLocalizer T)
{
    public void TellReceived(Submission submission, string address, string receipt) => In(submission, culture => mail.Tell(new MailMessage(
        address, T["Receipt for your comment"],
        string.Join("\n\n", T["Your comment was received. This is your receipt:"], receipt, T["With this code you can see on our site how your comment stands. Keep it: we do not store it."]), culture.Code) { About = submission.Id }));

    /// <summary>Texts are found in the current culture; a mail is written in its reader's.</summary>
    internal static void In(Submission submission, Action<Culture> write)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        var culture = Culture.TryFrom(submission.Culture, out var own) ? own : Culture.En;
        System.Globalization.CultureInfo.CurrentUICulture = culture.FormatCulture;
        try { write(culture); }
        finally { System.Globalization.CultureInfo.CurrentUICulture = before; }
    }
}
