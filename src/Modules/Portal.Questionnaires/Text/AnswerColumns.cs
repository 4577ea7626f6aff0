using System.Globalization;
using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.Text;

/// <summary>The columns of a file with many answered questionnaires, and how a row is read. A column is called as errors call its question; of several choices each option has one, words beside a choice too.</summary>
/// <param name="municipalities">Localization sets by name, in any language.</param>
public sealed class AnswerColumns(Form form, AnswerWords words, IReadOnlyDictionary<string, string> municipalities)
{
    static readonly string[] Ticked = ["1", "x", "yes", "true", "po", "da", "да"], Unticked = ["", "0", "no", "false", "jo", "ne", "не"];

    public IReadOnlyList<PaperColumn> All => [.. form.Questions.SelectMany(Of)];

    /// <summary>The answers of one row, as if they had been typed into the form.</summary>
    /// <param name="cell">What stands in a column.</param>
    /// <param name="errors">Gains what cannot be read; fields are columns.</param>
    public IReadOnlyDictionary<string, Answer> Read(Func<string, string> cell, List<FieldError> errors) =>
        form.Questions.ToDictionary(q => q.Key, q => TypedAnswers.Read(q, Typed(q, cell, errors), errors), StringComparer.Ordinal);

    static string Name(Question question) => AnswerRules.Field(question.Key);

    static string Name(Question question, string option) => $"{Name(question)}.{option}";

    /// <summary>A colon stands in no key of an option.</summary>
    static string WordsOf(Question question) => $"{Name(question)}:text";

    static bool HasWords(Question question) => AnswerRules.HasChoices(question.Kind) && AnswerRules.TakesText(question);

    Dictionary<string, IReadOnlyList<string>> Typed(Question question, Func<string, string> cell, List<FieldError> errors)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [$"a.{question.Key}"] = question.Kind == QuestionKind.Multiple ? [.. FormRules.ValuesOf(question).Where(o => IsTicked(question, o, cell, errors))] : [Meant(question, cell(Name(question)))],
        };
        if (HasWords(question)) typed[$"a.{question.Key}.text"] = [cell(WordsOf(question))];
        return typed;
    }

    static bool IsTicked(Question question, string option, Func<string, string> cell, List<FieldError> errors)
    {
        var said = cell(Name(question, option));
        if (Ticked.Contains(said, StringComparer.OrdinalIgnoreCase)) return true;
        if (!Unticked.Contains(said, StringComparer.OrdinalIgnoreCase)) errors.Add(new(Name(question, option), "Write 1 where it was ticked, and nothing where it was not."));
        return false;
    }

    /// <summary>The key that stands for what was written: the key itself, or the words of the form in any language.</summary>
    string Meant(Question question, string said)
    {
        if (said.Length == 0) return said;
        if (question.Kind == QuestionKind.Municipality) return municipalities.GetValueOrDefault(said, said);
        if (question.Kind == QuestionKind.YesNo && Ticked.Contains(said, StringComparer.OrdinalIgnoreCase)) return Answer.Yes;
        if (question.Kind == QuestionKind.YesNo && Unticked.Contains(said, StringComparer.OrdinalIgnoreCase)) return Answer.No;
        return FormRules.ValuesOf(question).FirstOrDefault(option => Labels(question, option).Prepend(option).Contains(said, StringComparer.OrdinalIgnoreCase)) ?? said;
    }

    IEnumerable<string> Labels(Question question, string option) =>
        Culture.All.Where(c => form.Texts.ContainsKey(c.ContentCode)).Select(c => c.Render(form.TextsIn(c.ContentCode).Of(question).Label(option))).Where(l => l.Length > 0);

    IEnumerable<PaperColumn> Of(Question question)
    {
        var texts = Editors.TextsOf(form, question.Key);
        var title = texts.Title.Length > 0 ? texts.Title : question.Key;
        IReadOnlyList<(string Value, string Meaning)> values = [.. FormRules.ValuesOf(question).Select(o => (o, words.Option(o, texts, Culture.Current)))];
        if (question.Kind == QuestionKind.Multiple)
        {
            foreach (var (option, label) in values) yield return new(Name(question, option), $"{title} – {label}", [("1", ""), ("0", "")], option == values[0].Value ? "1" : "");
        }
        else
        {
            yield return new(Name(question), title, question.Kind == QuestionKind.Scale ? Ends(question, texts) : values, Example(question));
        }

        if (HasWords(question)) yield return new(WordsOf(question), question.Kind == QuestionKind.YesNo ? $"{title} – {words.Reason}" : $"{title} – {words.Option(Answer.Other, texts, Culture.Current)}", [], "");
    }

    IReadOnlyList<(string Value, string Meaning)> Ends(Question question, QuestionTexts texts) =>
    [
        ((question.Least ?? 1).ToString(CultureInfo.InvariantCulture), Culture.Current.Render(texts.LeastLabel)), ((question.Greatest ?? 5).ToString(CultureInfo.InvariantCulture), Culture.Current.Render(texts.GreatestLabel)),
    ];

    /// <summary>A question that hangs on another one stays empty: the answer may not be asked for in the row.</summary>
    string Example(Question question) => question.ShownWhen is not null || form.PageOf(question.Key)?.ShownWhen is not null ? "" : question.Kind switch
    {
        QuestionKind.Single or QuestionKind.YesNo => FormRules.ValuesOf(question) is [var first, ..] ? first : "",
        QuestionKind.Scale or QuestionKind.Number => (question.Least ?? 1).ToString(CultureInfo.InvariantCulture),
        QuestionKind.Date => (question.Earliest ?? new(2026, 11, 21)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        QuestionKind.Municipality => municipalities.Keys.FirstOrDefault() ?? "",
        _ => "",
    };
}
