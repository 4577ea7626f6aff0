using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Moderation;
using Portal.Moderation.Models;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires;

/// <summary>The questionnaire as staff enter it from paper: all questions on one page. Nobody can be asked again, so that no answer is required; an answer to a question that was not to be asked is refused as ever.</summary>
public sealed class PaperQuestionnaire(Answering answering, FindForm forms, AnswerWords words, IStringLocalizer T) : IPaperForm
{
    public async Task<PaperForm?> ShowAsync(string set, Culture language, IFormCollection? typed, IReadOnlyList<FieldError> errors, CancellationToken cancel)
    {
        if (await forms.NewestAsync(set, cancel) is not { } newest) return null;
        Culture[] languages = [.. Culture.All.Where(newest.IsIn)];
        if (await FindAsync(set, language, typed, cancel) is not { } asked) return new("_QuestionsOnPaper", new QuestionsOnPaper(newest.Version, language, []), ResponseConsent.Text, languages, IsInLanguage: false);

        // Beside the questions it is said in their language; to staff, above the form, in their own.
        ILookup<string, string> said = errors.ToLookup(e => e.Field, e => e.Message, StringComparer.Ordinal);
        Speaking.In(asked.Culture.Code, _ => said = errors.ToLookup(e => e.Field, e => T[e.Message, e.Args].Value, StringComparer.Ordinal));
        var pages = asked.Form.Pages.Select(page => new PageOnPaper(asked.Culture.Render(asked.Texts.Of(page).Title), [.. page.Questions.Select(q => new QuestionView(
            q, asked.Texts.Of(q), asked.Culture, typed is null ? TypedAnswers.Of(q, null, asked.Culture) : TypedAnswers.Of(typed, q.Key),
            said[AnswerRules.Field(q.Key)].ToList(), IsShown: true, q.Kind == QuestionKind.Municipality ? asked.Municipalities : []))]));
        return new("_QuestionsOnPaper", new QuestionsOnPaper(asked.Published.Version, asked.Culture, [.. pages]), ResponseConsent.Text, languages, IsInLanguage: true)
        {
            Questions = asked.Form.Questions.ToDictionary(q => AnswerRules.Field(q.Key), q => asked.Culture.Render(asked.Texts.Of(q).Title), StringComparer.Ordinal),
        };
    }

    public async Task<Result<FilledForm>> ReadAsync(string set, Culture language, IFormCollection typed, CancellationToken cancel)
    {
        if (await FindAsync(set, language, typed, cancel) is not { } asked) return Problem.Invalid("culture", "The questionnaire is not asked in this language. It is asked in: {0}.", string.Join(", ", (await forms.NewestAsync(set, cancel))?.Cultures ?? []));

        var errors = new List<FieldError>();
        var answers = asked.Form.Questions.ToDictionary(q => q.Key, q => TypedAnswers.Read(q, TypedAnswers.Of(typed, q.Key), errors), StringComparer.Ordinal);
        return Filled(asked.Published, asked.Culture, answers, asked.MunicipalitySets, errors);
    }

    public async Task<PaperTable?> TableAsync(string set, IReadOnlyDictionary<string, string> municipalities, CancellationToken cancel)
    {
        if (await forms.NewestAsync(set, cancel) is not { } newest) return null;
        var published = newest with { Form = OnPaper(newest.Form) };
        var columns = new AnswerColumns(published.Form, words, municipalities);
        var known = municipalities.Values.ToHashSet(StringComparer.Ordinal);
        return new(columns.All, [.. Culture.All.Where(newest.IsIn)], (language, cell) =>
        {
            var errors = new List<FieldError>();
            return Filled(published, language, columns.Read(cell, errors), known, errors);
        });
    }

    /// <param name="errors">What could not be read.</param>
    static Result<FilledForm> Filled(PublishedForm published, Culture language, IReadOnlyDictionary<string, Answer> answers, IReadOnlySet<string> municipalities, List<FieldError> errors)
    {
        errors.AddRange(AnswerRules.Check(published.Form, answers, municipalities).Where(e => errors.TrueForAll(known => known.Field != e.Field)));
        if (errors.Count > 0) return Problem.Invalid(errors);
        if (answers.Values.All(a => a.IsEmpty)) return Problem.Invalid("answers", "Nothing is answered yet.");

        var (body, stored) = ResponseText.Of(published.Form, answers, language);
        return new FilledForm(body, new EnclosedAnswers(published.Version, FormJson.Write(stored), draftCode: null), stored.Count);
    }

    /// <summary>The version that was shown, with no question required.</summary>
    async Task<Asked?> FindAsync(string set, Culture language, IFormCollection? typed, CancellationToken cancel)
    {
        int? version = int.TryParse(typed?["version"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        if (await answering.FindAsync(set, language, version, cancel) is not { } asked) return null;
        return asked with { Published = asked.Published with { Form = OnPaper(asked.Form) } };
    }

    static Form OnPaper(Form form) => form with { Pages = [.. form.Pages.Select(p => p with { Questions = [.. p.Questions.Select(q => q with { IsRequired = false })] })] };
}
