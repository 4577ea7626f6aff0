using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Queries;

/// <summary>On the page of a decision: everything that was answered, ticked boxes too, against the version that was asked. The words stand in the text, which is what is decided on.</summary>
public sealed class AnswersForModerators(PortalDb db, FindForm forms, ContentNames names, AnswerWords words) : IDecisionPart
{
    public async Task<DecisionPart?> LoadAsync(Submission submission, string body, Culture culture, CancellationToken cancel)
    {
        if (submission.QuestionnaireVersion is not { } version || await forms.VersionAsync(submission.ConsultationSet, version, cancel) is not { } form) return null;
        if (await db.QuestionnaireResponses.Where(r => r.SubmissionId == submission.Id).Select(r => r.Json).SingleOrDefaultAsync(cancel) is not { } json) return null;

        var shown = form.IsIn(culture) ? culture : Culture.TryFrom(submission.Culture, out var own) ? own : Culture.En;
        var answers = FormJson.ReadAnswers(json).ToDictionary(
            a => a.Key, a => new Answer { Choices = a.Value.Choices ?? [], Number = a.Value.Number, Date = a.Value.Date, Text = ResponseText.WordsOf(a.Value, body) }, StringComparer.Ordinal);
        var municipalities = (await names.AllAsync("Municipality", shown, cancel)).ToDictionary(m => m.Set, m => m.Name, StringComparer.Ordinal);
        var (texts, seen) = (form.Form.TextsIn(shown.ContentCode), Visibility.Of(form.Form, answers));
        return new("_AnswersForModerators", new ModeratedAnswers(version, shown, [.. seen.Pages.Select(page => new AnsweredPage(page, shown.Render(texts.Of(page).Title), [.. page.Questions.Where(seen.Shows).Select(question =>
            new AnsweredQuestion(question, shown.Render(texts.Of(question).Title), words.Of(question, texts.Of(question), answers.GetValueOrDefault(question.Key), shown, municipalities)))]))]));
    }
}
