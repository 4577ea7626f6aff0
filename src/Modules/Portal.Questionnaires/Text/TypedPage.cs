using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Text;

/// <summary>One page of a questionnaire as it was sent.</summary>
/// <param name="Page">Null where the form came from the check page.</param>
/// <param name="Shown">The questions that stood on it.</param>
/// <param name="Answers">All answers so far, with those of the page.</param>
/// <param name="Errors">What cannot be read or kept; nothing else is found yet.</param>
public sealed record TypedPage(Page? Page, IReadOnlyList<Question> Shown, IReadOnlyDictionary<string, Answer> Answers, List<FieldError> Errors)
{
    public static TypedPage Read(Form form, IFormCollection sent, IReadOnlyDictionary<string, Answer> before)
    {
        var errors = new List<FieldError>();
        var page = form.Pages.FirstOrDefault(p => p.Key == (string?)sent["page"]);
        List<Question> shown = [.. page?.Questions.Where(q => sent["shown"].Contains(q.Key, StringComparer.Ordinal)) ?? []];
        var answers = new Dictionary<string, Answer>(before, StringComparer.Ordinal);
        foreach (var question in shown)
        {
            var answer = TypedAnswers.Read(question, TypedAnswers.Of(sent, question.Key), errors);
            answers[question.Key] = answer;
            if (answer.Text is { } text && !ContentText.IsStorable(text)) errors.Add(new(AnswerRules.Field(question.Key), "The text contains a character that cannot be stored."));
            else if (answer.Text?.Length > AnswerRules.LongestOfAll) errors.Add(new(AnswerRules.Field(question.Key), "At most {0} characters are possible here.", AnswerRules.LongestOfAll));
        }

        return new(page, shown, answers, errors);
    }

    /// <returns>Everything that keeps somebody from going on. Who turns back or saves is asked only whether it can be kept at all.</returns>
    public IReadOnlyList<FieldError> Check(Form form, IReadOnlySet<string> municipalities)
    {
        var seen = Visibility.Of(form, Answers);
        return [.. Errors, .. Shown.Where(q => seen.Shows(q) && Errors.TrueForAll(e => e.Field != AnswerRules.Field(q.Key))).SelectMany(q => AnswerRules.Check(q, Answers.GetValueOrDefault(q.Key), municipalities))];
    }
}
