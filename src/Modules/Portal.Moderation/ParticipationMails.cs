using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Notifications.Models;

namespace Portal.Moderation;

/// <summary>The mails with links: to confirm an address, and to people who follow a consultation. Each in its reader's language.</summary>
public sealed class ParticipationMails(SendMail mail, ConfirmationLinks links, AddressKeys keys, SiteAddress site, IStringLocalizer T)
{
    /// <returns>Scheme and host for links in mails; null where the site does not know its address.</returns>
    public ValueTask<string?> RootAsync() => site.FindAsync();

    /// <summary>Sends the receipt and asks the author to follow a link.</summary>
    public void AskToConfirm(Submission submission, string address, string receipt, string root, int days) => Speaking.In(submission.Culture, culture => Send(
        submission.Id, address, Confirm(submission), culture,
        Arrived(submission, days), root + LinkTo(submission, address),
        submission.IsResponse ? T["This is your receipt. With it you can see how your answers stand, or withdraw them:"] : T["This is your receipt. With it you can see how your comment stands, change or withdraw it:"], receipt,
        Otherwise(submission)));

    /// <summary>The link once more, without the receipt, which nobody has but its author.</summary>
    public void RemindToConfirm(Submission submission, string address, string root, int days) => Speaking.In(submission.Culture, culture => Send(
        submission.Id, address, Confirm(submission), culture, Arrived(submission, days), root + LinkTo(submission, address), Otherwise(submission)));

    public void TellConfirmed(Submission submission, string address) => Speaking.In(submission.Culture, culture => Send(
        submission.Id, address, submission.IsResponse ? T["Your answers are confirmed"] : T["Your comment is confirmed"], culture, submission.WaitsSinceUtc is null
            ? T["Thank you. Your answers are counted; you wrote nothing in your own words, so nobody has to read anything first."]
            : T["Thank you. A moderator reads it now; you will be told what was decided."]));

    string Confirm(Submission submission) => submission.IsResponse ? T["Confirm your answers"] : T["Confirm your comment"];

    string Arrived(Submission submission, int days) => submission.IsResponse
        ? T["Your answers have arrived. They count once you have opened this page and chosen ‘Confirm’, within {0} days:", days]
        : T["Your comment has arrived. It counts once you have opened this page and chosen ‘Confirm’, within {0} days:", days];

    string Otherwise(Submission submission) => submission.IsResponse
        ? T["If you answered no questionnaire, do nothing: the answers will be deleted."]
        : T["If you wrote no comment, do nothing: it will be deleted."];

    public void AskToAgree(string submissionId, string address, Culture culture, string root, string excerpt) => Speaking.In(culture.Code, _ => Send(
        submissionId, address, T["Confirm that you agree"], culture,
        T["You agree with this comment:"], excerpt,
        T["Your voice counts once you have opened this page and chosen ‘Confirm’. Your address is not kept:"], root + links.PathTo(LinkPurpose.Agree, submissionId, keys.OfAddress(submissionId, address), culture.Code),
        T["If it was not you, do nothing."]));

    public void AskToFollow(string consultationSet, string title, string address, Culture culture, string root) => Speaking.In(culture.Code, _ => Send(
        null, address, T["Confirm that you follow a consultation"], culture,
        T["You asked to be told what becomes of this consultation:"], title,
        T["Open this page and choose ‘Confirm’:"], root + links.PathTo(LinkPurpose.Follow, consultationSet, address, culture.Code),
        T["If it was not you, do nothing: nothing more will be sent."]));

    /// <param name="moment">The instant that the event speaks of, in words.</param>
    public void TellFollower(Follower follower, string address, Culture culture, ConsultationEvent happened, ConsultedDocument document, string moment, string root) => Speaking.In(culture.Code, _ =>
    {
        var stop = links.PathTo(LinkPurpose.Stop, follower.Id, null, culture.Code);
        var why = follower.TookPart ? T["You are told because you took part. To be told no more, open:"] : T["You are told because you follow this consultation. To be told no more, open:"];
        mail.Tell(new MailMessage(address, $"{T[happened.Subject].Value}: {document.Title}", string.Join("\n\n", T[happened.Text, moment], document.Title, root + document.Href, why, root + stop), culture.Code) { StopPath = stop, About = follower.Id });
    });

    /// <summary>The same for the notifications of an account.</summary>
    public Notice NoticeOf(NotificationKind kind, Culture culture, ConsultationEvent happened, ConsultedDocument document, string consultationSet)
    {
        var what = "";
        Speaking.In(culture.Code, _ => what = T[happened.Subject]);
        return new Notice(kind.Name, "News of “{1}”: {2}.", document.Href, $"{consultationSet}:{happened.Key}", document.Title, what);
    }

    string LinkTo(Submission submission, string address) => links.PathTo(LinkPurpose.Submission, submission.Id, keys.OfAddress(submission.Id, address), submission.Culture);

    void Send(string? about, string address, string subject, Culture culture, params string[] paragraphs) => mail.Tell(new MailMessage(address, subject, string.Join("\n\n", paragraphs), culture.Code) { About = about });
}
