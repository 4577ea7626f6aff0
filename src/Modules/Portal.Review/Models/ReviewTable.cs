using Portal.Cms.Content;

namespace Portal.Review.Models;

/// <summary>Where the newest text of an item stands on its way to the public.</summary>
public enum ReviewState
{
    /// <summary>Somebody is writing; nobody is asked.</summary>
    Draft,
    /// <summary>Somebody who may publish it is asked to look at it.</summary>
    InReview,
    /// <summary>It was looked at, and is to be mended first.</summary>
    Returned,
    /// <summary>It is what the public sees.</summary>
    Published,
}

public enum ReviewStep
{
    /// <summary>Ask for a review.</summary>
    Request,
    /// <summary>Write a note, comment on a passage, answer, resolve.</summary>
    Talk,
    /// <summary>Say who looks at it.</summary>
    Assign,
    /// <summary>Save another text.</summary>
    Change,
    Return,
    /// <summary>Say that it may be published, where more than one has to.</summary>
    Approve,
    Publish,
    /// <summary>Take the request back.</summary>
    Withdraw,
}

/// <summary>Who may take a step.</summary>
public enum ReviewParty
{
    /// <summary>Whoever may edit the item.</summary>
    Writer,
    /// <summary>Whoever asked for this review.</summary>
    Asker,
    /// <summary>Whoever may publish the item.</summary>
    Publisher,
}

public sealed record ReviewTransition(ReviewState From, ReviewStep Step, ReviewState To, ReviewParty By);

/// <summary>Every state of a text and every way out of it. What is not here cannot happen.</summary>
public static class ReviewTable
{
    public static IReadOnlyList<ReviewTransition> All { get; } =
    [
        new(ReviewState.Draft, ReviewStep.Change, ReviewState.Draft, ReviewParty.Writer),
        new(ReviewState.Draft, ReviewStep.Talk, ReviewState.Draft, ReviewParty.Writer),
        new(ReviewState.Draft, ReviewStep.Request, ReviewState.InReview, ReviewParty.Writer),
        new(ReviewState.Draft, ReviewStep.Publish, ReviewState.Published, ReviewParty.Publisher),

        // A text may be changed while somebody reads it: the reader is told, and approvals of the old text no longer count.
        new(ReviewState.InReview, ReviewStep.Change, ReviewState.InReview, ReviewParty.Writer),
        new(ReviewState.InReview, ReviewStep.Talk, ReviewState.InReview, ReviewParty.Writer),
        new(ReviewState.InReview, ReviewStep.Withdraw, ReviewState.Draft, ReviewParty.Asker),
        new(ReviewState.InReview, ReviewStep.Assign, ReviewState.InReview, ReviewParty.Publisher),
        new(ReviewState.InReview, ReviewStep.Return, ReviewState.Returned, ReviewParty.Publisher),
        new(ReviewState.InReview, ReviewStep.Approve, ReviewState.InReview, ReviewParty.Publisher),
        new(ReviewState.InReview, ReviewStep.Publish, ReviewState.Published, ReviewParty.Publisher),

        new(ReviewState.Returned, ReviewStep.Change, ReviewState.Returned, ReviewParty.Writer),
        new(ReviewState.Returned, ReviewStep.Talk, ReviewState.Returned, ReviewParty.Writer),
        new(ReviewState.Returned, ReviewStep.Request, ReviewState.InReview, ReviewParty.Writer),
        new(ReviewState.Returned, ReviewStep.Publish, ReviewState.Published, ReviewParty.Publisher),

        new(ReviewState.Published, ReviewStep.Change, ReviewState.Draft, ReviewParty.Writer),
    ];

    /// <returns>Where the step leads, or null where it cannot be taken.</returns>
    public static ReviewState? Next(ReviewState from, ReviewStep step) => All.FirstOrDefault(t => t.From == from && t.Step == step)?.To;

    /// <summary>The state of an item's newest text. A review belongs to one version: what is written after a publication is a new draft by itself.</summary>
    public static ReviewState StateOf(ContentItem item, ContentReview? review) =>
        item.LatestVersionId == item.PublishedVersionId ? ReviewState.Published
        : review is not null && review.VersionId == item.LatestVersionId ? review.State
        : ReviewState.Draft;
}
