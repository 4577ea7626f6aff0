using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Questionnaires.Models;

/// <summary>What a questionnaire has to be like to be saved at all, as a draft too.</summary>
public static class FormRules
{
    public const int MostPages = 40, MostQuestions = 200, MostOptions = 60, MostConditions = 4;
    /// <summary>Longest title or label, and longest help or introduction, in UTF-16 units.</summary>
    public const int LongestTitle = 300, LongestHelp = 3000;

    /// <param name="name">How editors call a question, by its key.</param>
    /// <returns>What is wrong; fields are keys of questions and pages.</returns>
    public static IReadOnlyList<FieldError> Check(Form form, Func<string, string> name) => [.. Sizes(form), .. Keys(form), .. Conditions(form, name), .. form.Questions.SelectMany(Limits), .. Texts(form)];

    /// <summary>Whether a key can be one: small letters, digits and hyphens.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= 60 && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>The tests that a condition can put to an answer of this kind.</summary>
    public static IReadOnlyList<Test> TestsOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple or QuestionKind.YesNo => [Test.OneOf, Test.NoneOf, Test.Answered],
        QuestionKind.Scale or QuestionKind.Number => [Test.AtLeast, Test.AtMost, Test.Answered],
        _ => [Test.Answered],
    };

    /// <summary>The values that a condition can name of a question, in order.</summary>
    public static IReadOnlyList<string> ValuesOf(Question question) => question.Kind switch
    {
        QuestionKind.YesNo => [Answer.Yes, Answer.No],
        QuestionKind.Single or QuestionKind.Multiple => [.. question.Options, .. question.HasOther ? [Answer.Other] : Array.Empty<string>()],
        _ => [],
    };

    static IEnumerable<FieldError> Sizes(Form form)
    {
        if (form.Pages.Count > MostPages) yield return new("pages", "A questionnaire has at most {0} pages.", MostPages);
        if (form.Questions.Count() > MostQuestions) yield return new("pages", "A questionnaire has at most {0} questions.", MostQuestions);
        foreach (var question in form.Questions.Where(q => q.Options.Count > MostOptions)) yield return new(question.Key, "A question has at most {0} options.", MostOptions);
    }

    static IEnumerable<FieldError> Keys(Form form)
    {
        foreach (var keys in new[] { form.Pages.Select(p => p.Key), form.Questions.Select(q => q.Key) }.Concat(form.Questions.Select(q => q.Options.AsEnumerable())))
        {
            foreach (var group in keys.GroupBy(k => k, StringComparer.Ordinal))
            {
                if (!IsKey(group.Key)) yield return new(group.Key, "{0} cannot be a key: small letters, digits and hyphens only.", group.Key);
                if (group.Count() > 1) yield return new(group.Key, "The key {0} is used twice.", group.Key);
            }
        }

        foreach (var question in form.Questions.Where(q => q.Options.Contains(Answer.Other, StringComparer.Ordinal))) yield return new(question.Key, "The key {0} is used twice.", Answer.Other);
    }

    /// <summary>A condition looks back only; so it can neither run in a circle nor wait for what comes later.</summary>
    static IEnumerable<FieldError> Conditions(Form form, Func<string, string> name)
    {
        var earlier = new Dictionary<string, Question>(StringComparer.Ordinal);
        foreach (var page in form.Pages)
        {
            foreach (var error in Wrong(page.ShownWhen)) yield return error with { Field = page.Key };
            foreach (var question in page.Questions)
            {
                foreach (var error in Wrong(question.ShownWhen)) yield return error with { Field = question.Key };
                earlier[question.Key] = question;
            }
        }

        IEnumerable<FieldError> Wrong(Condition? condition)
        {
            if (condition is null) return [];
            if (condition.Also.Count >= MostConditions || condition.Also.Any(c => c.Also.Count > 0)) return [new("", "A condition looks at most at {0} answers.", MostConditions)];
            return condition.All.Select(Against).OfType<FieldError>();
        }

        FieldError? Against(Condition condition)
        {
            if (!earlier.TryGetValue(condition.Question, out var asked))
            {
                return form.Find(condition.Question) is null
                    ? new("", "A condition needs the question ‘{0}’. Change the condition first.", name(condition.Question))
                    : new("", "A condition can only look back: the question ‘{0}’ comes later, or is the question itself.", name(condition.Question));
            }

            if (!TestsOf(asked.Kind).Contains(condition.Test)) return new("", "A condition cannot ask this of the question ‘{0}’.", name(condition.Question));
            if (condition.Test is Test.OneOf or Test.NoneOf && condition.Values.Count == 0) return new("", "Say which answers to ‘{0}’ the condition means.", name(condition.Question));
            if (condition.Test is Test.OneOf or Test.NoneOf && condition.Values.Except(ValuesOf(asked), StringComparer.Ordinal).Any()) return new("", "A condition means an answer that ‘{0}’ does not have.", name(condition.Question));
            if (condition.Test is Test.AtLeast or Test.AtMost && !decimal.TryParse(condition.Values is [var first, ..] ? first : null, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) return new("", "Say which number the condition means.");
            return null;
        }
    }

    static IEnumerable<FieldError> Limits(Question question)
    {
        if (question.FewestChoices < 0 || question.MostChoices < 1 || question.FewestChoices > question.MostChoices) yield return new(question.Key, "The smaller limit comes first.");
        if (question.Least >= question.Greatest || question.Earliest > question.Latest) yield return new(question.Key, "The smaller limit comes first.");
        if (question.Kind == QuestionKind.Scale && (question.Least is not { } least || question.Greatest is not { } greatest || least != decimal.Truncate(least) || greatest != decimal.Truncate(greatest) || greatest - least > 10))
            yield return new(question.Key, "A scale goes from one whole number to another, at most {0} steps.", 10);
        if (question.Longest is < 1 or > AnswerRules.LongestOfAll) yield return new(question.Key, "A length from {0} to {1} characters.", 1, AnswerRules.LongestOfAll);
    }

    static IEnumerable<FieldError> Texts(Form form)
    {
        foreach (var texts in form.Texts.Values)
        {
            foreach (var (key, text, longest) in All(texts))
            {
                if (!ContentText.IsStorable(text)) yield return new(key, "The text contains a character that cannot be stored.");
                else if (text.Length > longest) yield return new(key, "At most {0} characters are possible here.", longest);
            }
        }
    }

    static IEnumerable<(string Key, string Text, int Longest)> All(FormTexts texts)
    {
        yield return ("title", texts.Title, LongestTitle);
        yield return ("introduction", texts.Introduction, LongestHelp);
        foreach (var (key, page) in texts.Pages)
        {
            yield return (key, page.Title, LongestTitle);
            yield return (key, page.Introduction, LongestHelp);
        }

        foreach (var (key, question) in texts.Questions)
        {
            yield return (key, question.Title, LongestTitle);
            yield return (key, question.Help, LongestHelp);
            foreach (var label in question.Options.Values.Append(question.Unit).Append(question.LeastLabel).Append(question.GreatestLabel)) yield return (key, label, LongestTitle);
        }
    }
}
