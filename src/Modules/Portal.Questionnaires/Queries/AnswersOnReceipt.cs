using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Queries;

/// <summary>On the page of a receipt: what its holder answered, and while the consultation is open the way to change it.</summary>
public sealed class AnswersOnReceipt(KeptAnswers kept, FindConsultation find, TimeProvider clock) : IReceiptPart
{
    public async Task<ReceiptPart?> LoadAsync(SubmissionStatus status, string receipt, Culture culture, CancellationToken cancel)
    {
        if (!status.IsResponse || await kept.FindAsync(status.SubmissionId, status.Body, cancel) is not { } answered) return null;
        var mayChange = await find.RunAsync(status.ConsultationSet, cancel) is { } consultation && MayChange(status, consultation, clock.UtcNow);
        return new("_AnswersOnReceipt", new OwnAnswers(await kept.TellAsync(answered, culture, status.Culture, cancel), receipt, mayChange ? $"/{culture.Code}/questionnaire/{Uri.EscapeDataString(status.ConsultationSet)}/change" : null));
    }

    /// <summary>Others take the place of these answers, under a receipt of their own. Not where an address has to be confirmed first: until then nothing would count.</summary>
    public static bool MayChange(SubmissionStatus status, ConsultationFacts consultation, DateTime nowUtc) =>
        status is { IsResponse: true, MayWithdraw: true } && consultation.ParticipationLevel != "confirmed-email" && consultation.Milestones.PhaseAt(nowUtc) == Phase.Open;
}
