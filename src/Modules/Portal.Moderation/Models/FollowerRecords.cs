namespace Portal.Moderation.Models;

/// <summary>Somebody who is told what becomes of a consultation: who asked for it and confirmed the address, or took part and left one. Linked to no submission.</summary>
public sealed class Follower
{
    public required string Id { get; init; }
    public required string ConsultationSet { get; init; }
    /// <summary>Keyed hash of the address, another one in each consultation: one row per address.</summary>
    public required string AddressKey { get; init; }
    /// <summary>Null after a stop; the row stays, so that taking part once more does not start it again.</summary>
    public string? ProtectedAddress { get; set; }
    /// <summary>Culture code in which they are written to.</summary>
    public required string Culture { get; set; }
    /// <summary>What happened before is not told.</summary>
    public DateTime SinceUtc { get; set; }
    /// <summary>The address was left with a comment, not given for following.</summary>
    public bool TookPart { get; set; }
    public DateTime? StoppedUtc { get; set; }
}

/// <summary>A follower was told of one event of the consultation. Its key sees to it that nobody is told twice.</summary>
public sealed class FollowerNotice
{
    public required string FollowerId { get; init; }
    public required string Event { get; init; }
    public DateTime ToldUtc { get; init; }
}

/// <summary>Somebody agrees with a published comment. Counted; who it is stands nowhere.</summary>
public sealed class CommentSupport
{
    public required string SubmissionId { get; init; }
    /// <summary>Keyed hash of an account or address, another one for each comment.</summary>
    public required string SupporterKey { get; init; }
}
