namespace Portal.Moderation.Models;

/// <summary>What its author can do with a submission, besides the steps of the table.</summary>
public sealed partial class Submission
{
    /// <summary>The comment that this one answers; null = it stands for itself. Nothing answers an answer.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>It waits for its author to confirm an address.</summary>
    public void AwaitConfirmation(DateTime nowUtc) => (ChangedUtc, Stamp) = (nowUtc, Guid.NewGuid());

    /// <summary>Nothing more is asked of its author: it waits for the moderators, or is public at once where they read afterwards. Answers without a word, of nobody who is named, give them nothing to read and count at once.</summary>
    /// <param name="body">Its newest text.</param>
    public void ComeIn(bool isPostModerated, string body, DateTime nowUtc)
    {
        Take(isPostModerated ? Step.PublishUnreviewed : Step.Enqueue, nowUtc);
        if (IsResponse && body.Length == 0 && SubmissionRules.Blank(DisplayName) is null && SubmissionRules.Blank(OnBehalfOf) is null) Take(Step.Publish, nowUtc);
    }

    /// <summary>Its author wrote another text. The one before stays as a version.</summary>
    public void Revise(DateTime nowUtc)
    {
        CurrentVersion++;
        (ChangedUtc, Stamp) = (nowUtc, Guid.NewGuid());
    }
}
