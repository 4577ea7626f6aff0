using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Queries;

/// <summary>A response with its submission.</summary>
public sealed class CountedResponse
{
    public required QuestionnaireResponse Response { get; init; }
    public required Submission Submission { get; init; }
}

/// <summary>Which responses count: all that were received and neither declined nor withdrawn. One that was declined and is looked at again counts when that decision is reversed.</summary>
public static class Counted
{
    static readonly SubmissionState[] Not = [SubmissionState.Received, SubmissionState.Declined, SubmissionState.Withdrawn, SubmissionState.Expired];

    public static IQueryable<CountedResponse> In(PortalDb db, string consultationSet) =>
        from response in db.QuestionnaireResponses
        join submission in db.Submissions on response.SubmissionId equals submission.Id
        where response.ConsultationSet == consultationSet && !Not.Contains(submission.State) && submission.Was != SubmissionState.Declined
        select new CountedResponse { Response = response, Submission = submission };
}
