using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Questionnaires.Models;

/// <summary>Which answers a questionnaire takes.</summary>
public static class AnswerRules
{
    /// <summary>Limits in UTF-16 units, where the question sets none: short text and "other"; reasons; long text.</summary>
    public const int LongestShort = 200, LongestReason = 2000, LongestLong = 4000, LongestOfAll = 10_000;

    /// <summary>Name of a question's field in errors.</summary>
    public static string Field(string key) => $"answers.{key}";

    /// <param name="municipalities">Localization sets that can be chosen.</param>
    /// <returns>What is wrong with the answers as a whole; nothing where they can be taken.</returns>
    public static IReadOnlyList<FieldError> Check(Form form, IReadOnlyDictionary<string, Answer> answers, IReadOnlySet<string> municipalities)
    {
        var seen = Visibility.Of(form, answers);
        return [.. answers.Where(a => !a.Value.IsEmpty).SelectMany(a => OfNobody(form, seen, a.Key)), .. form.Questions.Where(seen.Shows).SelectMany(q => Check(q, answers.GetValueOrDefault(q.Key), municipalities))];
    }

    /// <returns>What is wrong with the answer to a question that is shown.</returns>
    public static IEnumerable<FieldError> Check(Question question, Answer? answer, IReadOnlySet<string> municipalities)
    {
        var field = Field(question.Key);
        if (answer is not { IsEmpty: false })
        {
            if (question.IsRequired) yield return new(field, HasChoices(question.Kind) ? "Choose an answer." : "Answer this question.");
            yield break;
        }

        if (answer.Text is { } text && !ContentText.IsStorable(text))
        {
            yield return new(field, "The text contains a character that cannot be stored.");
            yield break;
        }

        var errors = question.Kind switch
        {
            QuestionKind.Single => [.. Options(question, answer, field), .. One(answer, field)],
            QuestionKind.Multiple => [.. Options(question, answer, field), .. HowMany(question, answer, field)],
            QuestionKind.YesNo => [.. Strange(answer, [Answer.Yes, Answer.No], field), .. One(answer, field)],
            QuestionKind.Municipality => [.. Strange(answer, municipalities, field), .. One(answer, field)],
            QuestionKind.Scale or QuestionKind.Number => Numbers(question, answer, field),
            QuestionKind.Date => Dates(question, answer, field),
            _ => question.IsRequired && string.IsNullOrWhiteSpace(answer.Text) ? [new FieldError(field, "Answer this question.")] : Array.Empty<FieldError>(),
        };
        foreach (var error in errors.Concat(Foreign(question, answer, field)).Concat(Text(question, answer, field))) yield return error;
    }

    /// <summary>The longest text that a question takes, in UTF-16 units.</summary>
    public static int LongestText(Question question) => question.Kind switch
    {
        QuestionKind.LongText => question.Longest ?? LongestLong,
        QuestionKind.YesNo => LongestReason,
        _ => question.Longest ?? LongestShort,
    };

    public static bool HasChoices(QuestionKind kind) => kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.YesNo or QuestionKind.Municipality or QuestionKind.Scale;

    /// <summary>Whether people may write something in their own words.</summary>
    public static bool TakesText(Question question) => question.Kind is QuestionKind.ShortText or QuestionKind.LongText || question.HasOther || question.HasReason;

    static IEnumerable<FieldError> OfNobody(Form form, Visibility seen, string key)
    {
        if (form.Find(key) is not { } question) yield return new(Field(key), "This version has no question {0}.", key);
        else if (!seen.Shows(question)) yield return new(Field(key), "After the earlier answers this question is not asked. It takes no answer.");
    }

    static IEnumerable<FieldError> Options(Question question, Answer answer, string field)
    {
        foreach (var error in Strange(answer, [.. question.Options, .. question.HasOther ? [Answer.Other] : Array.Empty<string>()], field)) yield return error;
        var saysOther = question.HasOther && answer.Choices.Contains(Answer.Other, StringComparer.Ordinal);
        if (saysOther && string.IsNullOrWhiteSpace(answer.Text)) yield return new(field, "Say what you mean by ‘other’.");
        if (!saysOther && question.HasOther && !string.IsNullOrWhiteSpace(answer.Text)) yield return new(field, "Choose ‘other’, or leave empty what it is.");
    }

    static IEnumerable<FieldError> Strange(Answer answer, IEnumerable<string> options, string field) =>
        answer.Choices.Except(options, StringComparer.Ordinal).Select(strange => new FieldError(field, "There is no option {0}.", strange));

    static IEnumerable<FieldError> One(Answer answer, string field)
    {
        if (answer.Choices.Count != 1) yield return new(field, "Choose one answer.");
    }

    static IEnumerable<FieldError> HowMany(Question question, Answer answer, string field)
    {
        if (answer.Choices.Distinct(StringComparer.Ordinal).Count() != answer.Choices.Count) yield return new(field, "Choose each answer once.");
        if (answer.Choices.Count < question.FewestChoices) yield return new(field, "Choose at least {0}.", question.FewestChoices);
        if (answer.Choices.Count > question.MostChoices) yield return new(field, "Choose at most {0}.", question.MostChoices);
        if (answer.Choices.Count == 0) yield return new(field, "Choose an answer.");
    }

    static IEnumerable<FieldError> Numbers(Question question, Answer answer, string field)
    {
        if (answer.Number is not { } number) yield return new(field, "Write a number.");
        else if (question.Kind == QuestionKind.Scale && number != decimal.Truncate(number)) yield return new(field, "Choose one answer.");
        else if (number < question.Least && question.Greatest is { } greatest) yield return new(field, "A number from {0} to {1}.", question.Least, greatest);
        else if (number < question.Least) yield return new(field, "A number that is at least {0}.", question.Least);
        else if (number > question.Greatest && question.Least is { } least) yield return new(field, "A number from {0} to {1}.", least, question.Greatest);
        else if (number > question.Greatest) yield return new(field, "A number that is at most {0}.", question.Greatest);
    }

    static IEnumerable<FieldError> Dates(Question question, Answer answer, string field)
    {
        if (answer.Date is not { } date) yield return new(field, "Write a day, such as 2026-11-21.");
        else if (date < question.Earliest) yield return new(field, "A day not before {0}.", Iso(question.Earliest));
        else if (date > question.Latest) yield return new(field, "A day not after {0}.", Iso(question.Latest));
    }

    static IEnumerable<FieldError> Text(Question question, Answer answer, string field)
    {
        if (answer.Text?.Length > LongestText(question)) yield return new(field, "At most {0} characters are possible here.", LongestText(question));
    }

    /// <summary>Members of an answer that belong to another kind of question.</summary>
    static IEnumerable<FieldError> Foreign(Question question, Answer answer, string field)
    {
        var choices = HasChoices(question.Kind) && question.Kind != QuestionKind.Scale;
        var numbers = question.Kind is QuestionKind.Scale or QuestionKind.Number;
        if ((answer.Choices.Count > 0 && !choices) || (answer.Number is not null && !numbers) || (answer.Date is not null && question.Kind != QuestionKind.Date) || (!string.IsNullOrWhiteSpace(answer.Text) && !TakesText(question)))
            yield return new(field, "This question is answered in another way.");
    }

    static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
