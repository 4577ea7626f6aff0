using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>What the state of a submission is called to its author, and how it looks.</summary>
public static class StateNames
{
    /// <returns>English message id.</returns>
    public static string Of(SubmissionState state) => state switch
    {
        SubmissionState.Received => "Waiting for your confirmation",
        SubmissionState.PublishedUnreviewed => "Published, not yet reviewed",
        SubmissionState.Published => "Published",
        SubmissionState.PublishedRedacted => "Published with hidden passages",
        SubmissionState.Declined => "Not published",
        SubmissionState.Withdrawn => "Withdrawn",
        SubmissionState.Expired => "Expired",
        SubmissionState.Merged => "Counted together with an equal comment",
        SubmissionState.Appealed => "Appeal is being decided",
        _ => "Waiting for moderation",
    };

    /// <summary>The same of answers to a questionnaire.</summary>
    /// <returns>English message id.</returns>
    public static string OfResponse(SubmissionState state) => state switch
    {
        SubmissionState.Published or SubmissionState.PublishedUnreviewed => "Counted",
        SubmissionState.PublishedRedacted => "Counted; some words hidden",
        SubmissionState.Declined => "Not counted",
        SubmissionState.Merged => "Counted together with equal ones",
        SubmissionState.Queued or SubmissionState.Escalated => "Counted; words wait for a moderator",
        _ => Of(state),
    };

    /// <summary>The CSS class of its colour.</summary>
    public static string ToneOf(SubmissionState state) => state switch
    {
        SubmissionState.Published or SubmissionState.PublishedRedacted or SubmissionState.PublishedUnreviewed => "published",
        SubmissionState.Declined => "declined",
        SubmissionState.Withdrawn or SubmissionState.Expired or SubmissionState.Merged => "neutral",
        _ => "waiting",
    };
}
