using System.Globalization;

namespace Portal.Questionnaires.Models;

/// <summary>The figures of one question.</summary>
/// <param name="Asked">Responses in which it was shown.</param>
/// <param name="Answered">Of these, with an answer.</param>
/// <param name="Counts">By option, step, year of a date, or municipality.</param>
/// <param name="Numbers">How often each number was given, in order.</param>
public sealed record QuestionFigures(string Question, int Asked, int Answered, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<(decimal Number, int Count)> Numbers)
{
    /// <summary>Mean of the numbers; null where there are none.</summary>
    public decimal? Mean => Answered == 0 || Numbers.Count == 0 ? null : Numbers.Sum(n => n.Number * n.Count) / Numbers.Sum(n => n.Count);

    /// <summary>The number that half of the answers do not exceed.</summary>
    public decimal? Median
    {
        get
        {
            var (all, before) = (Numbers.Sum(n => n.Count), 0);
            foreach (var (number, count) in Numbers)
            {
                before += count;
                if (before * 2 >= all) return number;
            }

            return null;
        }
    }
}

/// <summary>Counts answers one response after another, in memory that does not grow with their number.</summary>
public sealed class Tally
{
    readonly Dictionary<string, Counter> counters = new(StringComparer.Ordinal);
    readonly Dictionary<(string Question, string Group), Dictionary<string, int>> crossed = [];

    /// <summary>Responses counted.</summary>
    public int Responses { get; private set; }

    /// <param name="form">The version that was answered.</param>
    /// <param name="by">Key of the question whose answer the choices are also counted by; null = none.</param>
    public void Add(Form form, IReadOnlyDictionary<string, StoredAnswer> answers, string? by = null)
    {
        Responses++;
        var group = by is not null && answers.GetValueOrDefault(by)?.Choices is [var chosen] ? chosen : null;
        foreach (var question in Asked(form, answers))
        {
            if (!counters.TryGetValue(question.Key, out var counter)) counters[question.Key] = counter = new();
            counter.Asked++;
            if (answers.GetValueOrDefault(question.Key) is not { } answer) continue;

            counter.Answered++;
            foreach (var value in ValuesOf(question, answer))
            {
                counter.Counts[value] = counter.Counts.GetValueOrDefault(value) + 1;
                if (group is null || question.Key == by) continue;
                if (!crossed.TryGetValue((question.Key, group), out var cell)) crossed[(question.Key, group)] = cell = new(StringComparer.Ordinal);
                cell[value] = cell.GetValueOrDefault(value) + 1;
            }

            if (answer.Number is { } number) counter.Numbers[number] = counter.Numbers.GetValueOrDefault(number) + 1;
        }
    }

    /// <summary>The questions that were shown to whoever gave these answers. Without conditions it is all of them, and nothing has to be worked out.</summary>
    static IEnumerable<Question> Asked(Form form, IReadOnlyDictionary<string, StoredAnswer> answers)
    {
        if (form.Pages.All(p => p.ShownWhen is null && p.Questions.All(q => q.ShownWhen is null))) return form.Questions;
        return form.Questions.Where(Visibility.Of(form, answers.ToDictionary(
            a => a.Key, a => new Answer { Choices = a.Value.Choices ?? [], Number = a.Value.Number, Date = a.Value.Date, Text = a.Value.Start is null ? null : "…" }, StringComparer.Ordinal)).Shows);
    }

    public QuestionFigures Of(string question) => counters.TryGetValue(question, out var counter)
        ? new(question, counter.Asked, counter.Answered, counter.Counts, [.. counter.Numbers.Select(n => (n.Key, n.Value))]) : new(question, 0, 0, new Dictionary<string, int>(StringComparer.Ordinal), []);

    /// <returns>Counts by value, for each group that answered.</returns>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Crossed(string question) =>
        crossed.Where(c => c.Key.Question == question).ToDictionary(c => c.Key.Group, c => (IReadOnlyDictionary<string, int>)c.Value, StringComparer.Ordinal);

    static IEnumerable<string> ValuesOf(Question question, StoredAnswer answer) => question.Kind switch
    {
        QuestionKind.Scale => answer.Number is { } step ? [step.ToString("0", CultureInfo.InvariantCulture)] : [],
        QuestionKind.Date => answer.Date is { } date ? [date.Year.ToString(CultureInfo.InvariantCulture)] : [],
        _ => answer.Choices ?? [],
    };

    sealed class Counter
    {
        public int Asked { get; set; }
        public int Answered { get; set; }
        public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);
        public SortedDictionary<decimal, int> Numbers { get; } = [];
    }
}
