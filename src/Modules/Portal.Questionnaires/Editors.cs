using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires;

/// <summary>What editors' actions and pages ask alike.</summary>
static class Editors
{
    /// <returns>An item of the consultation, whose rules say who may do what; null where there is none.</returns>
    public static Task<ContentItem?> ConsultationAsync(PortalDb db, string set, CancellationToken cancel) =>
        db.ContentItems.AsNoTracking().Where(i => i.LocalizationSet == set && i.ContentType == nameof(Consultation)).OrderBy(i => i.Culture).FirstOrDefaultAsync(cancel);

    /// <returns>What an editor calls a question or a page: its title in their language, else in another, else its key.</returns>
    public static string NameOf(Form form, string key)
    {
        var texts = form.Texts.OrderBy(t => t.Key == Culture.Current.ContentCode ? 0 : 1).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).ToList();
        return texts.Select(t => t.Questions.GetValueOrDefault(key)?.Title ?? "").Concat(texts.Select(t => t.Pages.GetValueOrDefault(key)?.Title ?? "")).FirstOrDefault(t => t.Length > 0) ?? key;
    }

    /// <returns>A question's texts in the editor's language, or in the first other that has them.</returns>
    public static QuestionTexts TextsOf(Form form, string key) =>
        form.Texts.OrderBy(t => t.Key == Culture.Current.ContentCode ? 0 : 1).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value.Questions.GetValueOrDefault(key)).FirstOrDefault(t => t is { Title.Length: > 0 }) ?? QuestionTexts.None;
}
