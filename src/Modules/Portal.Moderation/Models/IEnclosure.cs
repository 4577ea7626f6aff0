using Portal.Cms.Data;

namespace Portal.Moderation.Models;

/// <summary>What comes with a submission beside its text and stands in tables of another module: the answers to a questionnaire.</summary>
public interface IEnclosure
{
    int QuestionnaireVersion { get; }

    /// <summary>Version of the consent text that was put to the author.</summary>
    string ConsentVersion { get; }

    /// <summary>Adds its rows to the transaction that keeps the submission. Touches nothing but <paramref name="db"/>.</summary>
    void AddTo(PortalDb db, Submission submission);

    /// <returns>Whether a submission that was taken in before holds the same.</returns>
    Task<bool> IsSameAsync(PortalDb db, string submissionId, CancellationToken cancel);
}
