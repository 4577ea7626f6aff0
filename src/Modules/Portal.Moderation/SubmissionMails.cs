using Microsoft.Extensions.Localization;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>The mails to authors who left an address, in the language of their comment.</summary>
public sealed class SubmissionMails(SendMail mail, IStringLocalizer T)
{
    public void TellReceived(Submission submission, string address, string receipt) => Speaking.In(submission.Culture, culture =>
    {
        var (subject, received, use) = submission.IsResponse
            ? (T["Receipt for your answers"], T["Your answers were received. This is your receipt:"], T["With this code you can see on our site how your answers stand. Keep it: we do not store it."])
            : (T["Receipt for your comment"], T["Your comment was received. This is your receipt:"], T["With this code you can see on our site how your comment stands. Keep it: we do not store it."]);
        mail.Tell(new MailMessage(address, subject, string.Join("\n\n", received, receipt, use), culture.Code) { About = submission.Id });
    });
}
