using Portal.Cms.Localization;
using Portal.Questionnaires.Models;

namespace Portal.UnitTests.Questionnaires;

/// <summary>Small questionnaires for tests.</summary>
static class Forms
{
    public static readonly IReadOnlySet<string> Municipalities = new HashSet<string>(["mun-ferizaj", "mun-shtime"], StringComparer.Ordinal);

    public static Form Of(params Page[] pages) => new() { Pages = pages };

    public static Page Page(string key, params Question[] questions) => new(key) { Questions = questions };

    public static Question YesNo(string key, Condition? when = null) => new(key, QuestionKind.YesNo) { ShownWhen = when };

    public static Question Choice(string key, QuestionKind kind = QuestionKind.Single, Condition? when = null) => new(key, kind) { Options = ["a", "b", "c"], ShownWhen = when };

    public static Condition When(string question, Test test, params string[] values) => new(question, test, values);

    public static Dictionary<string, Answer> Answers(params (string Key, Answer Answer)[] answers) => answers.ToDictionary(a => a.Key, a => a.Answer, StringComparer.Ordinal);

    public static Answer Chose(params string[] choices) => new() { Choices = choices };

    /// <summary>The same form with a title for everything in the given cultures.</summary>
    public static Form In(this Form form, params Culture[] cultures) => form with
    {
        Texts = cultures.ToDictionary(c => c.Code, c => new FormTexts
        {
            Title = "Title", Pages = form.Pages.ToDictionary(p => p.Key, p => new PageTexts { Title = p.Key }, StringComparer.Ordinal),
            Questions = form.Questions.ToDictionary(q => q.Key, q => new QuestionTexts
            {
                Title = $"{q.Key}?", LeastLabel = "low", GreatestLabel = "high", Options = q.Options.ToDictionary(o => o, o => o, StringComparer.Ordinal),
            }, StringComparer.Ordinal),
        }, StringComparer.Ordinal),
    };
}
