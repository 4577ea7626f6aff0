using Portal.Cms;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Queries;
using Portal.Moderation.Queries;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Queries;

/// <summary>A questionnaire as somebody answers it in one culture: version, consultation and municipalities together.</summary>
public sealed record Asked(PublishedForm Published, ConsultationFacts Consultation, AnsweringFrame Frame, string VersionId, IReadOnlyList<ContentName> Municipalities)
{
    public Form Form => Published.Form;
    public Culture Culture => Frame.Culture;
    public FormTexts Texts => Form.TextsIn(Culture.ContentCode);
    public IReadOnlySet<string> MunicipalitySets => Municipalities.Select(m => m.Set).ToHashSet(StringComparer.Ordinal);
}

/// <summary>Makes the pages of a questionnaire for those who answer it.</summary>
public sealed class Answering(FindConsultation find, FindForm forms, ConsultedText texts, ContentNames names, AnswerWords words)
{
    /// <param name="version">The version that was begun; null = the newest.</param>
    /// <returns>Null where the consultation has no questionnaire, or none in this culture.</returns>
    public async Task<Asked?> FindAsync(string consultation, Culture culture, int? version, CancellationToken cancel)
    {
        if (await find.RunAsync(consultation, cancel) is not { } facts || await texts.RunAsync(facts.Set, culture, cancel) is not { } document) return null;
        var form = version is { } number ? await forms.VersionAsync(facts.Set, number, cancel) : await forms.NewestAsync(facts.Set, cancel);
        if (form is null || !form.IsIn(culture)) return null;

        var frame = new AnsweringFrame(
            facts.Set, document.Title, document.Href, $"/{culture.Code}/questionnaire/{Uri.EscapeDataString(facts.Set)}", culture, culture.Render(form.Form.TextsIn(culture.ContentCode).Title), facts.Zone, facts.Milestones, facts.ParticipationLevel);
        return await AskedAsync(form, facts, frame, document.VersionId, cancel);
    }

    public async Task<Asked> AskedAsync(PublishedForm form, ConsultationFacts facts, AnsweringFrame frame, string versionId, CancellationToken cancel) =>
        new(form, facts, frame, versionId, form.Form.Questions.Any(q => q.Kind == QuestionKind.Municipality) ? [.. (await names.AllAsync("Municipality", frame.Culture, cancel)).OrderBy(m => m.Name, StringComparer.CurrentCulture)] : []);

    /// <summary>One page with its questions. Questions whose condition looks at this very page are in it, hidden until it holds.</summary>
    /// <param name="typed">What stands in the inputs of a question, where somebody just typed it; null = what was answered.</param>
    public static PageView PageOf(Asked asked, Page page, IReadOnlyDictionary<string, Answer> answers, Func<Question, IReadOnlyDictionary<string, IReadOnlyList<string>>>? typed, IReadOnlyList<FieldError> errors, Func<FieldError, string> say, string? draft, string? notice = null)
    {
        var seen = Visibility.Of(asked.Form, answers);
        var pages = seen.Pages.ToList();
        var step = Math.Max(0, pages.FindIndex(p => p.Key == page.Key)) + 1;
        bool IsHere(Condition condition) => page.Questions.Any(other => other.Key == condition.Question);
        var questions = page.Questions.Where(q => seen.Shows(q) || q.ShownWhen?.All.Any(IsHere) == true).Select(q => new QuestionView(
            q, asked.Texts.Of(q), asked.Culture, typed?.Invoke(q) ?? TypedAnswers.Of(q, answers.GetValueOrDefault(q.Key), asked.Culture),
            [.. errors.Where(e => e.Field == AnswerRules.Field(q.Key)).Select(say)], seen.Shows(q), q.Kind == QuestionKind.Municipality ? asked.Municipalities : [])
        {
            Conditions = [.. q.ShownWhen?.All.Select(c => new ShownIf(c.Question, c.Test, c.Values, IsHere(c) ? null : seen.IsMet(c, answers))) ?? []],
        });
        return new(asked.Frame, page, asked.Texts.Of(page), step == 1 ? asked.Texts.Introduction : null, [.. questions], asked.Published.Version, draft, step, Math.Max(1, pages.Count), notice)
        {
            Problems = [.. errors.Where(e => e.Field.Length == 0).Select(say)],
            MayOpenMore = asked.Form.Pages.SkipWhile(p => p.Key != page.Key).Skip(1).Any(p => !seen.Shows(p) && (p.ShownWhen?.All.Any(IsHere) == true || p.Questions.Any(q => q.ShownWhen?.All.Any(IsHere) == true))),
        };
    }

    /// <summary>Everything that is asked after these answers, with the answers in words.</summary>
    public IReadOnlyList<AnsweredPage> Answered(Asked asked, IReadOnlyDictionary<string, Answer> answers, IReadOnlyList<FieldError> errors, Func<FieldError, string> say)
    {
        var seen = Visibility.Of(asked.Form, answers);
        var municipalities = asked.Municipalities.ToDictionary(m => m.Set, m => m.Name, StringComparer.Ordinal);
        return [.. seen.Pages.Select(p => new AnsweredPage(p, asked.Culture.Render(asked.Texts.Of(p).Title), [.. p.Questions.Where(seen.Shows).Select(q => new AnsweredQuestion(
            q, asked.Culture.Render(asked.Texts.Of(q).Title), words.Of(q, asked.Texts.Of(q), answers.GetValueOrDefault(q.Key), asked.Culture, municipalities),
            errors.FirstOrDefault(e => e.Field == AnswerRules.Field(q.Key)) is { } error ? say(error) : null))]))];
    }
}
