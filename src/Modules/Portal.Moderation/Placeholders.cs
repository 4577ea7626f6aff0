using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>What stands in the place of a comment that is not shown.</summary>
public static class Placeholders
{
    /// <returns>English message id.</returns>
    public static string Of(SubmissionState state) => state switch
    {
        SubmissionState.Withdrawn => "Withdrawn by its author",
        SubmissionState.Merged => "Counted together with an equal comment",
        SubmissionState.Queued or SubmissionState.Escalated => "Hidden until a moderator has read it again",
        _ => "Not published",
    };
}
