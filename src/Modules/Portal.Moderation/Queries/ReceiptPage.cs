using Portal.Cms.Localization;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Queries;

/// <summary>What the page of a receipt shows.</summary>
public sealed class ReceiptPage(ReceiptStatus status, ReasonList reasons, FindConsultation find, ConsultedText texts, SectionHeadings headings, RetainedConsultations retained, ConsentTexts consents, IEnumerable<IReceiptPart> parts)
{
    /// <param name="typed">The code as somebody typed it.</param>
    /// <returns>Null where no submission has this receipt.</returns>
    public async Task<ReceiptView?> RunAsync(string? typed, Culture culture, CancellationToken cancel)
    {
        if (await status.RunAsync(typed, cancel) is not { } found) return null;
        var consultation = await find.RunAsync(found.ConsultationSet, cancel);
        var document = await texts.RunAsync(found.ConsultationSet, culture, cancel);
        var sections = document is null ? null : await headings.OfAsync([(found.ConsultationSet, found.SectionId)], new Dictionary<string, ConsultedDocument>(StringComparer.Ordinal) { [found.ConsultationSet] = document }, culture, cancel);
        var (code, shown) = (ReceiptCode.Read(typed)!, new List<ReceiptPart>());
        foreach (var part in parts)
        {
            if (await part.LoadAsync(found, code, culture, cancel) is { } loaded) shown.Add(loaded);
        }

        return new(
            code, found, consultation?.Zone ?? Consultations.Models.Consultation.DefaultZone, document?.Title ?? "", document?.Href ?? "", sections?.Values.FirstOrDefault(),
            consultation?.Milestones.ClosesUtc ?? found.ReceivedUtc, (await reasons.GetAsync()).Held(found.Reason, found.ReasonVersion))
        { Parts = shown, Agreed = consents.Find(found.ConsentVersion), KeptUntilUtc = consultation?.KeptUntilUtc ?? await retained.UntilAsync(found.ConsultationSet, cancel) };
    }
}
