namespace Portal.Moderation.Models;

/// <summary>What can happen to a submission, as its history and the transparency log call it.</summary>
public static class SubmissionEventKinds
{
    public const string Received = "received", Decided = "decided", Erased = "erased";

    /// <summary>Kinds as they stand in the log, each with the English message id that readers see.</summary>
    public static readonly IReadOnlyDictionary<string, string> InLog = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["submission-received"] = "A comment was received",
        ["submission-edited"] = "An author changed a comment",
        ["submission-confirmed"] = "An author confirmed an address",
        ["submission-decided"] = "A comment was decided on",
        ["submission-merged"] = "A comment was joined with another of the same content",
        ["submission-escalated"] = "A comment was handed on to another moderator",
        ["submission-reported"] = "A reader reported a comment",
        ["submission-hidden"] = "A comment was hidden after a report",
        ["submission-kept"] = "A comment was left as it was",
        ["submission-reopened"] = "A decision was taken up again",
        ["submission-appealed"] = "An author appealed against a decision",
        ["submission-upheld"] = "A decision was upheld",
        ["submission-reversed"] = "A decision was reversed",
        ["submission-withdrawn"] = "An author withdrew a comment",
        ["submission-expired"] = "A comment expired unconfirmed",
        ["submission-erased"] = "A comment was erased",
    };
}
