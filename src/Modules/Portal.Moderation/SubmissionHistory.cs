using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>Writes down what happens to submissions: the only place that adds a <see cref="SubmissionEvent"/>. Called inside the unit of work of the action that does it.</summary>
public sealed class SubmissionHistory(PortalDb db)
{
    /// <param name="kind">What happened, in one word of the past tense: <c>received</c>, <c>decided</c>, <c>appealed</c>, <c>withdrawn</c> …</param>
    /// <param name="atUtc">When it happened.</param>
    /// <param name="version">The version of the text that it is about; null = the current one.</param>
    public void Record(Submission submission, string kind, DateTime atUtc, int? version = null) =>
        db.SubmissionEvents.Add(new() { SubmissionId = submission.Id, Kind = kind, Version = version ?? submission.CurrentVersion, AtUtc = atUtc });
}
