using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Queries;

/// <summary>The questionnaire on its consultation's page: where to answer it, and how many did.</summary>
public sealed class QuestionnaireSection(PortalDb db, FindConsultation find, FindForm forms, PageCaching caching, TimeProvider clock) : IContentSection
{
    /// <summary>How old the number of answers may be while people answer: not every answer makes the page anew.</summary>
    static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    public bool AppliesTo(string contentType) => contentType == nameof(Consultation);

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        if (await forms.NewestAsync(page.Set, cancel) is not { } form || await find.RunAsync(page.Set, cancel) is not { } consultation) return [];

        var phase = consultation.Milestones.PhaseAt(clock.UtcNow);
        if (phase == Phase.Open) caching.ChangesAt(clock.UtcNow + Freshness);
        var responses = await Counted.In(db, page.Set).CountAsync(cancel);
        var title = page.Culture.Render(form.Form.TextsIn(page.Culture.ContentCode).Title);
        return [new("begin", null, "_QuestionnaireOnPage", new QuestionnaireOnPage(
            $"/questionnaire/{Uri.EscapeDataString(page.Set)}", title, form.Form.Questions.Count(), responses, phase, form.IsIn(page.Culture), [.. Culture.All.Where(form.IsIn)]))];
    }
}
