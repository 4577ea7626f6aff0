using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Mail.Models;
using Portal.Mail.Actions;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>Tells authors who left an address what was decided, and why, in the language of their comment.</summary>
public sealed class DecisionMails(SubmissionContacts contacts, ReasonList reasons, SendMail mail, IStringLocalizer T)
{
    public async Task TellAsync(Submission submission, SubmissionDecision decision, CancellationToken cancel)
    {
        // What changes nothing for the author is no news to them.
        if (decision.Step == Step.Keep && submission.State != SubmissionState.Declined) return;
        if (await contacts.FindAsync(submission.Id, cancel) is not { } address) return;

        var reason = (await reasons.GetAsync()).Held(decision.Reason, decision.ReasonVersion);
        SubmissionMails.In(submission, culture =>
        {
            string[] lines =
            [
                .. decision.IsAnswer ? [Answer(submission, decision)] : Array.Empty<string>(),
                Outcome(submission),
                .. reason is null ? Array.Empty<string>() : [T["Reason: {0}", reason.Name(culture, T)], reason.Explanation(culture, T)],
                .. decision.Note is { } note ? [note] : Array.Empty<string>(),
                .. MayAppeal(submission) ? [T["If you think that this is wrong, you can appeal once: open ‘Check a receipt’ on our site and type the code of your receipt. Somebody else decides on it."].Value] : Array.Empty<string>(),
            ];
            mail.Tell(new MailMessage(address, decision.IsAnswer ? T["The decision on your appeal"] : T["The decision on your comment"], string.Join("\n\n", lines), culture.Code));
        });
    }

    static bool MayAppeal(Submission submission) => submission.Next(Step.Appeal) is not null;

    string Answer(Submission submission, SubmissionDecision decision) => decision.Step switch
    {
        Step.Uphold => T["Somebody else has looked at your comment again, and the first decision stands."],
        _ when submission.State == SubmissionState.Published => T["Somebody else has looked at your comment again, and you were right."],
        _ => T["Somebody else has looked at your comment again and decided otherwise."],
    };

    string Outcome(Submission submission) => submission.State switch
    {
        SubmissionState.Published => T["Your comment was published."],
        SubmissionState.PublishedRedacted => T["Your comment was published; a part of it is hidden."],
        SubmissionState.Merged => T["Another comment says the same as yours. It is shown for both; yours is kept and counted."],
        _ => T["Your comment was not published."],
    };
}
