using System.Globalization;

namespace Portal.Questionnaires.Models;

/// <summary>Which pages and questions somebody sees who has given these answers so far.</summary>
public sealed class Visibility
{
    readonly HashSet<string> pages = new(StringComparer.Ordinal), questions = new(StringComparer.Ordinal);

    Visibility(Form form) => Form = form;

    public Form Form { get; }

    /// <param name="answers">By question key; answers to questions that are not shown count for nothing.</param>
    public static Visibility Of(Form form, IReadOnlyDictionary<string, Answer> answers)
    {
        var seen = new Visibility(form);
        foreach (var page in form.Pages.Where(p => seen.Holds(p.ShownWhen, answers)))
        {
            seen.pages.Add(page.Key);
            foreach (var question in page.Questions.Where(q => seen.Holds(q.ShownWhen, answers))) seen.questions.Add(question.Key);
        }

        return seen;
    }

    public bool Shows(Page page) => pages.Contains(page.Key) && page.Questions.Any(Shows);

    public bool Shows(Question question) => questions.Contains(question.Key);

    /// <summary>The pages that have something to answer, in order.</summary>
    public IEnumerable<Page> Pages => Form.Pages.Where(Shows);

    bool Holds(Condition? condition, IReadOnlyDictionary<string, Answer> answers)
    {
        if (condition is null) return true;
        return condition.IsAny ? condition.All.Any(one => IsMet(one, answers)) : condition.All.All(one => IsMet(one, answers));
    }

    /// <param name="condition">By itself, without the further ones.</param>
    public bool IsMet(Condition condition, IReadOnlyDictionary<string, Answer> answers)
    {
        if (!questions.Contains(condition.Question) || answers.GetValueOrDefault(condition.Question) is not { IsEmpty: false } answer) return false;
        return IsMet(condition, answer);
    }

    static bool IsMet(Condition condition, Answer answer) => condition.Test switch
    {
        Test.OneOf => answer.Choices.Intersect(condition.Values, StringComparer.Ordinal).Any(),
        Test.NoneOf => answer.Choices.Count > 0 && !answer.Choices.Intersect(condition.Values, StringComparer.Ordinal).Any(),
        Test.AtLeast => answer.Number >= Limit(condition),
        Test.AtMost => answer.Number <= Limit(condition),
        _ => true,
    };

    static decimal? Limit(Condition condition) => decimal.TryParse(condition.Values is [var first, ..] ? first : null, NumberStyles.Number, CultureInfo.InvariantCulture, out var limit) ? limit : null;
}
