using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>What states, decisions and events are called on moderators' pages.</summary>
public static class Wordings
{
    /// <returns>English message id.</returns>
    public static string Of(SubmissionState state) => state switch
    {
        SubmissionState.Received => "Not confirmed yet",
        SubmissionState.Queued => "Waiting for moderation",
        SubmissionState.PublishedUnreviewed => "Public, to be read",
        SubmissionState.Published => "Published",
        SubmissionState.PublishedRedacted => "Published with hidden passages",
        SubmissionState.Declined => "Not published",
        SubmissionState.Merged => "Merged",
        SubmissionState.Escalated => "Left to somebody else",
        SubmissionState.Appealed => "Appeal",
        SubmissionState.Withdrawn => "Withdrawn",
        _ => "Expired",
    };

    /// <returns>English message id, as a choice on the form.</returns>
    public static string Of(Step decision) => decision switch
    {
        Step.Publish => "Publish as it stands",
        Step.Redact => "Publish with passages hidden",
        Step.Decline => "Do not publish",
        Step.Merge => "Merge: another submission says the same",
        Step.Keep => "Leave it as it was before",
        Step.Uphold => "Turn the appeal down: the first decision stands",
        _ => "The appeal is right: publish as it stands",
    };

    /// <returns>The key that chooses a decision.</returns>
    public static string KeyOf(Step decision) => decision switch { Step.Publish => "p", Step.Redact => "r", Step.Decline => "d", Step.Merge => "m", Step.Keep => "s", Step.Uphold => "u", _ => "v" };

    /// <returns>English message id.</returns>
    public static string OfEvent(string kind) => kind switch
    {
        "received" => "Received",
        "confirmed" => "Address confirmed",
        "edited" => "Changed by its author",
        "decided" => "Decided",
        "appealed" => "Its author appealed",
        "upheld" => "Appeal turned down",
        "reversed" => "Appeal granted",
        "escalated" => "Left to somebody else",
        "reported" => "Reported by a reader",
        "hidden" => "Reported by a reader and hidden",
        "kept" => "Left as it was",
        "reopened" => "Taken up again",
        "withdrawn" => "Withdrawn",
        "expired" => "Expired",
        _ => "Something happened",
    };

    public static string Waits(this IStringLocalizer T, DateTime nowUtc, DateTime sinceUtc)
    {
        var span = nowUtc - sinceUtc;
        return span.TotalHours < 1 ? T.Plural(Math.Max(1, (int)span.TotalMinutes), "waits {0} minute", "waits {0} minutes")
            : span.TotalDays < 2 ? T.Plural((int)span.TotalHours, "waits {0} hour", "waits {0} hours")
            : T.Plural((int)span.TotalDays, "waits {0} day", "waits {0} days");
    }
}
