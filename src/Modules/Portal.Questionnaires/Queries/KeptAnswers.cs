using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Queries;

/// <summary>What somebody answered, with the version that they were asked.</summary>
public sealed record AnsweredForm(PublishedForm Published, IReadOnlyDictionary<string, Answer> Answers);

/// <summary>Finds what somebody answered, and tells it against the version that they were asked.</summary>
public sealed class KeptAnswers(PortalDb db, FindForm forms, ContentNames names, AnswerWords words)
{
    /// <param name="body">The text of the submission: it holds the words of the answers.</param>
    /// <returns>Null where the submission is no answer to a questionnaire, or nothing is kept of it.</returns>
    public async Task<AnsweredForm?> FindAsync(string submissionId, string body, CancellationToken cancel)
    {
        if (await db.QuestionnaireResponses.AsNoTracking().SingleOrDefaultAsync(r => r.SubmissionId == submissionId, cancel) is not { } row) return null;
        if (await forms.VersionAsync(row.ConsultationSet, row.Version, cancel) is not { } published) return null;
        return new(published, FormJson.ReadAnswers(row.Json).ToDictionary(
            a => a.Key, a => new Answer { Choices = a.Value.Choices ?? [], Number = a.Value.Number, Date = a.Value.Date, Text = ResponseText.WordsOf(a.Value, body) }, StringComparer.Ordinal));
    }

    /// <param name="answeredIn">Culture code in which it was answered, for where it is not asked in the reader's.</param>
    public async Task<ToldAnswers> TellAsync(AnsweredForm answered, Culture reader, string answeredIn, CancellationToken cancel)
    {
        var (published, answers) = answered;
        var shown = published.IsIn(reader) ? reader : Culture.TryFrom(answeredIn, out var own) ? own : Culture.En;
        var municipalities = (await names.AllAsync("Municipality", shown, cancel)).ToDictionary(m => m.Set, m => m.Name, StringComparer.Ordinal);
        var (texts, seen) = (published.Form.TextsIn(shown.ContentCode), Visibility.Of(published.Form, answers));
        return new(published.Version, shown, [.. seen.Pages.Select(page => new AnsweredPage(page, shown.Render(texts.Of(page).Title), [.. page.Questions.Where(seen.Shows).Select(question =>
            new AnsweredQuestion(question, shown.Render(texts.Of(question).Title), words.Of(question, texts.Of(question), answers.GetValueOrDefault(question.Key), shown, municipalities)))]))]);
    }
}
