using System.Globalization;
using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Editing;

/// <summary>Reads what editors typed into the form of a question, a page or the texts of the whole.</summary>
public static class QuestionForm
{
    /// <summary>Names of the inputs in which numbers and days are typed.</summary>
    public static readonly IReadOnlyList<string> Limits = ["fewest", "most", "least", "greatest", "earliest", "latest", "longest"];

    /// <param name="errors">Gains what cannot be read; fields are the names of inputs.</param>
    /// <returns>The question with its texts by culture.</returns>
    public static (Question Question, IReadOnlyDictionary<string, QuestionTexts> Texts) Read(Question before, IFormCollection sent, List<FieldError> errors)
    {
        var removed = sent["remove"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<string> options = [.. before.Options.Where(o => !removed.Contains(o))];
        var labels = Culture.ContentCultures.ToDictionary(c => c.Code, c => options.ToDictionary(o => o, o => Text(sent, $"label.{o}.{c.Code}"), StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var row in NewOptions(sent))
        {
            var key = FormEditing.Free(FormEditing.Slug(row.GetValueOrDefault("en") ?? row.Values.First(), "option"), [.. options, .. before.Options, Answer.Other]);
            options.Add(key);
            foreach (var culture in labels.Keys) labels[culture][key] = row.GetValueOrDefault(culture, "");
        }

        Move(options, (string?)sent["do"]);
        var question = before with
        {
            Options = options,
            IsRequired = Has(sent, "required"),
            IsPublished = Has(sent, "published"),
            IsAboutPerson = before.Kind == QuestionKind.Municipality || Has(sent, "person"),
            HasOther = Has(sent, "hasOther"),
            HasReason = Has(sent, "hasReason"),
            FewestChoices = (int?)Whole(sent, "fewest", errors),
            MostChoices = (int?)Whole(sent, "most", errors),
            Least = Number(sent, "least", errors),
            Greatest = Number(sent, "greatest", errors),
            Earliest = Day(sent, "earliest", errors),
            Latest = Day(sent, "latest", errors),
            Longest = (int?)Whole(sent, "longest", errors),
            ShownWhen = Condition(sent),
        };
        return (question, Culture.ContentCultures.ToDictionary(c => c.Code, c => new QuestionTexts
        {
            Title = Text(sent, $"title.{c.Code}"), Help = Text(sent, $"help.{c.Code}"), Unit = Text(sent, $"unit.{c.Code}"), LeastLabel = Text(sent, $"leastLabel.{c.Code}"), GreatestLabel = Text(sent, $"greatestLabel.{c.Code}"), Options = labels[c.Code],
        }, StringComparer.Ordinal));
    }

    public static (Page Page, IReadOnlyDictionary<string, PageTexts> Texts) Read(Page before, IFormCollection sent) => (
        before with { ShownWhen = Condition(sent) },
        Culture.ContentCultures.ToDictionary(c => c.Code, c => new PageTexts { Title = Text(sent, $"title.{c.Code}"), Introduction = Text(sent, $"introduction.{c.Code}") }, StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, FormTexts> Read(Form form, IFormCollection sent) => Culture.ContentCultures.ToDictionary(
        c => c.Code, c => form.TextsIn(c.Code) with { Title = Text(sent, $"title.{c.Code}"), Introduction = Text(sent, $"introduction.{c.Code}") }, StringComparer.Ordinal);

    static Condition? Condition(IFormCollection sent)
    {
        List<Condition> all = [.. Enumerable.Range(0, FormRules.MostConditions).Select(number => One(sent, number)).OfType<Condition>()];
        return all.Count == 0 ? null : all[0] with { Also = all[1..], IsAny = all.Count > 1 && (string?)sent["join"] == "any" };
    }

    static Condition? One(IFormCollection sent, int number)
    {
        string Name(string input) => ConditionRow.NameOf(number, input);
        if ((string?)sent[Name("when")] is not { Length: > 0 } question) return null;

        var test = Enum.TryParse<Test>((string?)sent[Name("test")], out var read) ? read : Test.Answered;
        return new(question, test, test switch
        {
            Test.OneOf or Test.NoneOf => [.. sent[Name($"value.{question}")].OfType<string>()],
            Test.AtLeast or Test.AtMost => [((string?)sent[Name("limit")] ?? "").Trim().Replace(',', '.')],
            _ => [],
        });
    }

    static IEnumerable<Dictionary<string, string>> NewOptions(IFormCollection sent)
    {
        for (var row = 0; sent.ContainsKey($"new.{row}.en"); row++)
        {
            var labels = Culture.ContentCultures.Select(c => (c.Code, Text: Text(sent, $"new.{row}.{c.Code}"))).Where(l => l.Text.Length > 0).ToDictionary(l => l.Code, l => l.Text, StringComparer.Ordinal);
            if (labels.Count > 0) yield return labels;
        }
    }

    static void Move(List<string> options, string? pressed)
    {
        var (by, key) = pressed is null ? (0, "") : pressed.StartsWith("option-up:", StringComparison.Ordinal) ? (-1, pressed[10..]) : pressed.StartsWith("option-down:", StringComparison.Ordinal) ? (1, pressed[12..]) : (0, "");
        var at = options.IndexOf(key);
        if (by == 0 || at < 0 || at + by < 0 || at + by >= options.Count) return;
        (options[at], options[at + by]) = (options[at + by], options[at]);
    }

    static string Text(IFormCollection sent, string name) => ((string?)sent[name] ?? "").ReplaceLineEndings("\n").Trim();

    static bool Has(IFormCollection sent, string name) => sent.ContainsKey(name);

    static decimal? Number(IFormCollection sent, string name, List<FieldError> errors)
    {
        var text = Text(sent, name).Replace(',', '.');
        if (text.Length == 0) return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        errors.Add(new(name, "Write a number."));
        return null;
    }

    static decimal? Whole(IFormCollection sent, string name, List<FieldError> errors)
    {
        if (Number(sent, name, errors) is not { } number) return null;
        if (number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue) return number;
        errors.Add(new(name, "Write a whole number."));
        return null;
    }

    static DateOnly? Day(IFormCollection sent, string name, List<FieldError> errors)
    {
        var text = Text(sent, name);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        errors.Add(new(name, "Write a day, such as 2026-11-21."));
        return null;
    }
}
