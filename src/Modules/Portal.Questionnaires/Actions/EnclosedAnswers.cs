using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Questionnaires.Drafts;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Actions;

/// <summary>Answers on their way into the transaction that keeps the submission.</summary>
/// <param name="json">As <see cref="FormJson"/> writes them.</param>
/// <param name="draftCode">The draft that ends with the sending; null where there is none.</param>
sealed class EnclosedAnswers(int version, string json, string? draftCode) : IEnclosure
{
    public int QuestionnaireVersion => version;

    public string ConsentVersion => ResponseConsent.Version;

    public void AddTo(PortalDb db, Submission submission)
    {
        db.QuestionnaireResponses.Add(new() { SubmissionId = submission.Id, ConsultationSet = submission.ConsultationSet, Version = version, Json = json });
        // A draft is sent once: where it is gone already, nothing is kept.
        if (DraftCode.Read(draftCode) is { } code) db.ResponseDrafts.Remove(new() { CodeHash = DraftCode.Hash(code), ConsultationSet = submission.ConsultationSet, Sealed = [] });
    }

    public Task<bool> IsSameAsync(PortalDb db, string submissionId, CancellationToken cancel) => db.QuestionnaireResponses.AnyAsync(r => r.SubmissionId == submissionId && r.Json == json, cancel);
}
