namespace Portal.Moderation.Models;

/// <summary>What its author can do with a submission, besides the steps of the table.</summary>
public sealed partial class Submission
{
    /// <summary>The comment that this one answers; null = it stands for itself. Nothing answers an answer.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>It waits for its author to confirm an address.</summary>
    public void AwaitConfirmation(DateTime nowUtc) => (ChangedUtc, Stamp) = (nowUtc, Guid.NewGuid());

    /// <summary>Its author wrote another text. The one before stays as a version.</summary>
    public void Revise(DateTime nowUtc)
    {
        CurrentVersion++;
        (ChangedUtc, Stamp) = (nowUtc, Guid.NewGuid());
    }
}
