using System.Globalization;
using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Text;

/// <summary>Reads answers out of the inputs of a page, and puts them back.</summary>
public static class TypedAnswers
{
    const string Words = ".text";

    /// <summary>Keys of options and municipalities are shorter; what is longer was never offered.</summary>
    const int LongestChoice = 100;

    /// <summary>The inputs of a question: what was typed, right or wrong.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IFormCollection form, string key) =>
        form.Where(f => f.Key == $"a.{key}" || f.Key == $"a.{key}{Words}").ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()], StringComparer.Ordinal);

    /// <summary>The same inputs, filled from an answer.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Question question, Answer? answer, Culture culture)
    {
        var (name, typed) = ($"a.{question.Key}", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        if (answer is null) return typed;

        typed[name] = question.Kind switch
        {
            QuestionKind.Scale or QuestionKind.Number => answer.Number is { } number ? [number.ToString(question.Kind == QuestionKind.Number ? culture.FormatCulture : CultureInfo.InvariantCulture)] : [],
            QuestionKind.Date => answer.Date is { } date ? [date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [],
            QuestionKind.ShortText or QuestionKind.LongText => [answer.Text ?? ""],
            _ => answer.Choices,
        };
        if (AnswerRules.HasChoices(question.Kind)) typed[name + Words] = [answer.Text ?? ""];
        return typed;
    }

    /// <param name="errors">Gains what cannot be read at all; such an answer is left out.</param>
    public static Answer Read(Question question, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, List<FieldError> errors)
    {
        IReadOnlyList<string> values = [.. typed.GetValueOrDefault($"a.{question.Key}", []).Where(v => !string.IsNullOrWhiteSpace(v)).Take(FormRules.MostOptions + 2)];
        var (value, words) = (First(values)?.Trim(), First(typed.GetValueOrDefault($"a.{question.Key}{Words}", [])));
        switch (question.Kind)
        {
            case QuestionKind.Scale or QuestionKind.Number:
                if (value is null) return new();
                if (Number(value) is { } number) return new() { Number = number };
                errors.Add(new(AnswerRules.Field(question.Key), "Write a number."));
                return new();
            case QuestionKind.Date:
                if (value is null) return new();
                if (DateOnly.TryParseExact(value, ["yyyy-M-d", "d.M.yyyy", "d. M. yyyy", "d.M.yyyy.", "d. M. yyyy.", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new() { Date = date };
                errors.Add(new(AnswerRules.Field(question.Key), "Write a day, such as 2026-11-21."));
                return new();
            case QuestionKind.ShortText or QuestionKind.LongText:
                return new() { Text = Blank(First(typed.GetValueOrDefault($"a.{question.Key}", []))) };
            default:
                return new() { Choices = [.. values.Where(v => v.Length <= LongestChoice)], Text = AnswerRules.TakesText(question) ? Blank(words) : null };
        }
    }

    /// <summary>A number as people of the region write it: with a comma or a point, blanks between thousands.</summary>
    static decimal? Number(string typed) =>
        decimal.TryParse(string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    static string? First(IReadOnlyList<string> values) => values is [var first, ..] ? first : null;
}
