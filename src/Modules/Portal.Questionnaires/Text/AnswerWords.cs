using Microsoft.Extensions.Localization;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Text;

/// <summary>Answers in the reader's words.</summary>
public sealed class AnswerWords(IStringLocalizer T)
{
    /// <summary>One line for each thing that was answered; nothing where there is no answer.</summary>
    public IReadOnlyList<string> Of(Question question, QuestionTexts texts, Answer? answer, Culture culture, IReadOnlyDictionary<string, string> municipalities)
    {
        if (answer is not { IsEmpty: false }) return [];
        IEnumerable<string> lines = question.Kind switch
        {
            QuestionKind.Scale => [Scale(question, texts, answer.Number ?? 0, culture)],
            QuestionKind.Number => [string.Create(culture.FormatCulture, $"{answer.Number:#,0.######} {culture.Render(texts.Unit)}").TrimEnd()],
            QuestionKind.Date => answer.Date is { } date ? [Dates.Day(date, culture)] : [],
            QuestionKind.Municipality => answer.Choices.Select(c => municipalities.GetValueOrDefault(c, c)),
            QuestionKind.ShortText or QuestionKind.LongText => [],
            _ => answer.Choices.Select(c => Option(c, texts, culture)),
        };
        return string.IsNullOrWhiteSpace(answer.Text) ? [.. lines] : [.. lines, answer.Text];
    }

    public string Option(string key, QuestionTexts texts, Culture culture) => key switch
    {
        _ when texts.Label(key) is { Length: > 0 } label => culture.Render(label),
        Answer.Other => T["Other"],
        Answer.Yes => T["Yes"],
        Answer.No => T["No"],
        _ => key,
    };

    /// <summary>What stands beside yes or no.</summary>
    public string Reason => T["The reason"];

    public string Scale(Question question, QuestionTexts texts, decimal number, Culture culture)
    {
        var word = number == question.Least ? texts.LeastLabel : number == question.Greatest ? texts.GreatestLabel : "";
        return word.Length > 0 ? string.Create(culture.FormatCulture, $"{number:0} – {culture.Render(word)}") : string.Create(culture.FormatCulture, $"{number:0}");
    }
}
