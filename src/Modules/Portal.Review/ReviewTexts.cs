using Portal.Review.Models;

namespace Portal.Review;

/// <summary>What states and steps are called.</summary>
public static class ReviewTexts
{
    /// <returns>English message id.</returns>
    public static string Of(ReviewState state) => state switch
    {
        ReviewState.InReview => "In review",
        ReviewState.Returned => "Returned",
        ReviewState.Published => "Published",
        _ => "Draft",
    };

    /// <returns>English message id of a sentence; {0} is who did it.</returns>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Requested => "{0} asked for a review",
        EntryKind.Assigned => "{0} said who looks at it",
        EntryKind.Changed => "{0} changed the text",
        EntryKind.Returned => "{0} returned the text",
        EntryKind.Approved => "{0} approved the text",
        EntryKind.Published => "{0} published the text",
        EntryKind.Withdrawn => "{0} withdrew the request",
        EntryKind.Resolved => "{0} settled it",
        EntryKind.Reopened => "{0} opened it again",
        _ => "{0} wrote",
    };
}
