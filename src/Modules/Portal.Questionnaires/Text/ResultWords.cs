using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Text;

/// <summary>Figures in words and bars. What would single out a small group is hidden here, for every page and program alike.</summary>
public sealed class ResultWords(AnswerWords words, IStringLocalizer T)
{
    /// <param name="municipalities">Names by localization set.</param>
    public QuestionResult Of(CountedAnswers counted, Question question, Culture culture, IReadOnlyDictionary<string, string> municipalities)
    {
        var texts = TextsOf(counted, question, culture);
        var figures = counted.Figures[question.Key];
        var bars = Bars(question, texts, figures, culture, municipalities);
        return new(
            question.Key, culture.Render(texts.Title), [.. Sentences(question, texts, figures, bars, culture)], bars, bars.Any(b => b.Count is null), Crossed(counted, question, texts, culture, municipalities),
            counted.Words.GetValueOrDefault(question.Key) ?? []);
    }

    static QuestionTexts TextsOf(CountedAnswers counted, Question question, Culture culture)
    {
        var texts = counted.Form.Form.TextsIn(culture.ContentCode).Of(question);
        return texts.Title.Length > 0 ? texts : texts with { Title = question.Key };
    }

    List<Bar> Bars(Question question, QuestionTexts texts, QuestionFigures figures, Culture culture, IReadOnlyDictionary<string, string> municipalities)
    {
        IReadOnlyList<(string Key, string Label)> lines = question.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple or QuestionKind.YesNo => [.. FormRules.ValuesOf(question).Concat(figures.Counts.Keys).Distinct(StringComparer.Ordinal).Select(o => (o, words.Option(o, texts, culture)))],
            QuestionKind.Scale => [.. Steps(question).Select(n => (n.ToString(CultureInfo.InvariantCulture), words.Scale(question, texts, n, culture)))],
            QuestionKind.Date => [.. figures.Counts.Keys.Order(StringComparer.Ordinal).Select(y => (y, y))],
            QuestionKind.Municipality => [.. figures.Counts.Keys.Select(m => (m, municipalities.GetValueOrDefault(m, m))).OrderByDescending(m => figures.Counts[m.m]).ThenBy(m => m.Item2, StringComparer.CurrentCulture)],
            _ => [],
        };
        IReadOnlyList<int> counts = [.. lines.Select(l => figures.Counts.GetValueOrDefault(l.Key))];
        var shown = question.IsAboutPerson || question.Kind == QuestionKind.Municipality ? SmallCells.Hide(counts) : [.. counts.Select(c => (int?)c)];
        return [.. lines.Zip(shown, (line, count) => new Bar(line.Label, count, count is { } c && figures.Answered > 0 ? (int)Math.Round(100m * c / figures.Answered, MidpointRounding.AwayFromZero) : null))];
    }

    IEnumerable<string> Sentences(Question question, QuestionTexts texts, QuestionFigures figures, List<Bar> bars, Culture culture)
    {
        yield return T.Plural(figures.Asked, "{0} person was asked, {1} answered.", "{0} people were asked, {1} answered.", figures.Answered);
        if (figures.Answered == 0) yield break;
        if (question.Kind == QuestionKind.Scale && figures.Mean is { } mean) yield return T["On average {0}, on a scale from {1} to {2}.", mean.ToString("0.0", culture.FormatCulture), question.Least ?? 1, question.Greatest ?? 5];
        else if (question.Kind == QuestionKind.Number && !question.IsAboutPerson && figures.Answered >= SmallCells.Smallest && figures.Median is { } median)
            yield return T["Half of the answers are {0} or less; the mean is {1}.", $"{median.ToString("#,0.##", culture.FormatCulture)} {culture.Render(texts.Unit)}".TrimEnd(), (figures.Mean ?? 0).ToString("#,0.#", culture.FormatCulture)];
        else if (bars.Where(b => b.Count is not null).MaxBy(b => b.Count) is { Count: > 0 } most && bars.Count(b => b.Count == most.Count) == 1) yield return T["Most often: {0} ({1} of {2}).", most.Label, most.Count, figures.Answered];
    }

    /// <summary>A choice by municipality. Municipalities with fewer answers than the smallest cell stand together; cells that would tell too much are hidden.</summary>
    CrossedTable? Crossed(CountedAnswers counted, Question question, QuestionTexts texts, Culture culture, IReadOnlyDictionary<string, string> municipalities)
    {
        if (counted.GroupedBy is null || question.Kind is not (QuestionKind.Single or QuestionKind.YesNo or QuestionKind.Scale) || question.IsAboutPerson) return null;

        IReadOnlyList<string> values = question.Kind == QuestionKind.Scale ? [.. Steps(question).Select(n => n.ToString(CultureInfo.InvariantCulture))] : FormRules.ValuesOf(question);
        var groups = counted.Crossed[question.Key].Select(g => (Label: municipalities.GetValueOrDefault(g.Key, g.Key), Counts: (IReadOnlyList<int>)[.. values.Select(v => g.Value.GetValueOrDefault(v))])).ToList();
        var large = groups.Where(g => g.Counts.Sum() >= SmallCells.Smallest).OrderByDescending(g => g.Counts.Sum()).ThenBy(g => g.Label, StringComparer.CurrentCulture).ToList();
        var small = groups.Except(large).ToList();
        // One small municipality alone could be worked out from the figures of all together: it takes the smallest of the others with it.
        while (small.Count > 0 && large.Count > 0 && (small.Count == 1 || small.Sum(g => g.Counts.Sum()) < SmallCells.Smallest))
        {
            small.Add(large[^1]);
            large.RemoveAt(large.Count - 1);
        }

        if (large.Count == 0) return null;
        if (small.Count > 0) large.Add((T["Other municipalities"], [.. values.Select((_, i) => small.Sum(g => g.Counts[i]))]));
        var cells = SmallCells.Hide([.. large.Select(g => g.Counts)]);
        return new(
            [.. values.Select(v => question.Kind == QuestionKind.Scale ? words.Scale(question, texts, decimal.Parse(v, CultureInfo.InvariantCulture), culture) : words.Option(v, texts, culture))],
            [.. large.Zip(cells, (g, c) => (g.Label, g.Counts.Sum(), c))]);
    }

    static IEnumerable<int> Steps(Question question) => Enumerable.Range((int)(question.Least ?? 1), (int)((question.Greatest ?? 5) - (question.Least ?? 1)) + 1);
}
