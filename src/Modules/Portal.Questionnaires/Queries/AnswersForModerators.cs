using Portal.Cms.Localization;
using Portal.Moderation.Models;

namespace Portal.Questionnaires.Queries;

/// <summary>On the page of a decision: everything that was answered, ticked boxes too, against the version that was asked. The words stand in the text, which is what is decided on.</summary>
public sealed class AnswersForModerators(KeptAnswers kept) : IDecisionPart
{
    public async Task<DecisionPart?> LoadAsync(Submission submission, string body, Culture culture, CancellationToken cancel) =>
        submission.IsResponse && await kept.FindAsync(submission.Id, body, cancel) is { } answered ? new("_AnswersForModerators", await kept.TellAsync(answered, culture, submission.Culture, cancel)) : null;
}
