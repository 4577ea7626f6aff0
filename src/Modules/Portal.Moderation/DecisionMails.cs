using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Mail.Models;
using Portal.Mail.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;

namespace Portal.Moderation;

/// <summary>Tells authors what was decided: those who left an address, or were signed in, by a mail that says why, in the language of their comment; those who were signed in among their notifications too.</summary>
public sealed class DecisionMails(PortalDb db, Notify notify, ConsultedText texts, SubmissionContacts contacts, NotificationChoices choices, ReasonList reasons, SendMail mail, IStringLocalizer T)
{
    /// <summary>Name of the mail that authors with an account may refuse.</summary>
    public static readonly NotificationKind OnOwnComments = new("comment-decided", "Decisions on my comments");

    public async Task TellAsync(Submission submission, SubmissionDecision decision, CancellationToken cancel)
    {
        // What changes nothing for the author is no news to them.
        if (decision.Step == Step.Keep && submission.State != SubmissionState.Declined) return;
        await NotifyAsync(submission, decision, cancel);
        if (await AddressAsync(submission, cancel) is not { } address) return;

        var reason = (await reasons.GetAsync()).Held(decision.Reason, decision.ReasonVersion);
        Speaking.In(submission.Culture, culture =>
        {
            string[] lines =
            [
                .. decision.IsAnswer ? [Answer(submission, decision)] : Array.Empty<string>(),
                Outcome(submission),
                .. reason is null ? Array.Empty<string>() : [T["Reason: {0}", reason.Name(culture, T)], reason.Explanation(culture, T)],
                .. decision.Note is { } note ? [note] : Array.Empty<string>(),
                .. MayAppeal(submission) ? [T["If you think that this is wrong, you can appeal once: open ‘Check a receipt’ on our site and type the code of your receipt. Somebody else decides on it."].Value] : Array.Empty<string>(),
            ];
            mail.Tell(new MailMessage(address, decision.IsAnswer ? T["The decision on your appeal"] : submission.IsResponse ? T["The decision on your answers"] : T["The decision on your comment"], string.Join("\n\n", lines), culture.Code) { About = submission.Id });
        });
    }

    /// <summary>What became of it, and of which consultation; the words of the comment, and why, stand on the page of the account alone.</summary>
    async Task NotifyAsync(Submission submission, SubmissionDecision decision, CancellationToken cancel)
    {
        if (submission.AuthorUserId is not { } author) return;
        await notify.TellEachAsync(
            async culture => await texts.RunAsync(submission.ConsultationSet, culture, cancel) is { } document
                ? new Notice(OnOwnComments.Name, MessageOf(submission, decision), "/account#own-comments", submission.Id, document.Title) { IsMailedApart = true } : null,
            [author], cancel);
    }

    /// <returns>English message id; {1} is the consultation.</returns>
    static string MessageOf(Submission submission, SubmissionDecision decision) => submission.State switch
    {
        _ when decision.IsAnswer => "Your appeal about “{1}” was decided on.",
        _ when submission.IsResponse => "Your answers to “{1}” were decided on.",
        SubmissionState.Published => "Your comment on “{1}” was published.",
        SubmissionState.PublishedRedacted => "Your comment on “{1}” was published; a part of it is hidden.",
        SubmissionState.Merged => "Another comment on “{1}” says the same as yours and is shown for both.",
        _ => "Your comment on “{1}” was not published.",
    };

    /// <summary>The address that was left with the comment, else the account's; null where its author wants no such mail.</summary>
    async Task<string?> AddressAsync(Submission submission, CancellationToken cancel)
    {
        if (submission.AuthorUserId is not { } author) return await contacts.FindAsync(submission.Id, cancel);
        if (!(await choices.WantedByAsync(author, cancel)).Contains(OnOwnComments.Name)) return null;
        return await contacts.FindAsync(submission.Id, cancel) ?? await db.Users.Where(u => u.Id == author && u.ClosedUtc == null).Select(u => u.Email).SingleOrDefaultAsync(cancel);
    }

    static bool MayAppeal(Submission submission) => submission.Next(Step.Appeal) is not null;

    string Answer(Submission submission, SubmissionDecision decision) => decision.Step switch
    {
        Step.Uphold => T["Somebody else has looked at it again, and the first decision stands."],
        _ when submission.State == SubmissionState.Published => T["Somebody else has looked at it again, and you were right."],
        _ => T["Somebody else has looked at it again and decided otherwise."],
    };

    string Outcome(Submission submission) => submission.State switch
    {
        SubmissionState.Published when submission.IsResponse => T["Your answers count. What you wrote in your own words is cleared, and published where the question says so."],
        SubmissionState.PublishedRedacted when submission.IsResponse => T["Your answers count. A part of what you wrote in your own words is hidden."],
        SubmissionState.Merged when submission.IsResponse => T["Other answers say the same as yours. Both are kept and counted."],
        _ when submission.IsResponse => T["Your answers are not counted, and nothing of them is published."],
        SubmissionState.Published => T["Your comment was published."],
        SubmissionState.PublishedRedacted => T["Your comment was published; a part of it is hidden."],
        SubmissionState.Merged => T["Another comment says the same as yours. It is shown for both; yours is kept and counted."],
        _ => T["Your comment was not published."],
    };
}
