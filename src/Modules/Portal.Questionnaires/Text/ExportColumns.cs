using System.Globalization;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.Text;

/// <summary>Who an export is for.</summary>
public enum ExportReader
{
    /// <summary>Everybody: nothing about the person, cleared words only.</summary>
    Public,
    /// <summary>Editors of the consultation: everything, but only words that moderators have cleared.</summary>
    Editor,
    /// <summary>Moderators: everything.</summary>
    Moderator,
}

/// <summary>The columns of an export: the same for every row, whatever somebody was asked. One for each question; of several choices one for each option, 1 or 0; words beside a choice in a column of their own.</summary>
public sealed class ExportColumns
{
    readonly List<(string Name, Func<ResponseRow, IReadOnlyDictionary<string, StoredAnswer>, string> Cell)> columns = [];
    readonly Dictionary<int, Form> forms;
    readonly ExportReader reader;

    /// <param name="versions">All versions, the oldest first.</param>
    public ExportColumns(IReadOnlyList<PublishedForm> versions, ExportReader reader)
    {
        (forms, this.reader) = (versions.ToDictionary(v => v.Version, v => v.Form), reader);
        if (reader != ExportReader.Public)
        {
            columns.Add(("submission", (r, _) => r.SubmissionId));
            columns.Add(("received", (r, _) => r.ReceivedUtc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
            columns.Add(("channel", (r, _) => r.Channel));
            columns.Add(("state", (r, _) => ModerationTable.Name(r.State)));
        }

        columns.Add(("culture", (r, _) => r.Culture));
        columns.Add(("version", (r, _) => r.Version.ToString(CultureInfo.InvariantCulture)));
        columns.Add(("on-behalf-of", (r, _) => MayRead(r) ? r.OnBehalfOf ?? "" : ""));
        foreach (var question in versions.Reverse().SelectMany(v => v.Form.Questions).DistinctBy(q => q.Key, StringComparer.Ordinal).Where(q => reader != ExportReader.Public || !IsAboutPerson(q.Key))) Add(question);
    }

    public string[] Names => [.. columns.Select(c => c.Name)];

    public string[] Cells(ResponseRow row)
    {
        var answers = FormJson.ReadAnswers(row.Json);
        return [.. columns.Select(c => c.Cell(row, answers))];
    }

    void Add(Question question)
    {
        var key = question.Key;
        switch (question.Kind)
        {
            case QuestionKind.Multiple:
                foreach (var option in OptionsOf(key)) columns.Add(($"{key}.{option}", (_, a) => a.GetValueOrDefault(key)?.Choices is { } chosen ? chosen.Contains(option, StringComparer.Ordinal) ? "1" : "0" : ""));
                break;
            case QuestionKind.Scale or QuestionKind.Number:
                columns.Add((key, (_, a) => a.GetValueOrDefault(key)?.Number?.ToString(CultureInfo.InvariantCulture) ?? ""));
                break;
            case QuestionKind.Date:
                columns.Add((key, (_, a) => a.GetValueOrDefault(key)?.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
                break;
            case QuestionKind.ShortText or QuestionKind.LongText:
                columns.Add((key, (r, a) => Words(r, key, a)));
                break;
            default:
                columns.Add((key, (_, a) => a.GetValueOrDefault(key)?.Choices is [var chosen, ..] ? chosen : ""));
                break;
        }

        if (AnswerRules.HasChoices(question.Kind) && forms.Values.Any(f => f.Find(key) is { } q && AnswerRules.TakesText(q))) columns.Add(($"{key}.text", (r, a) => Words(r, key, a)));
    }

    string Words(ResponseRow row, string key, IReadOnlyDictionary<string, StoredAnswer> answers)
    {
        if (answers.GetValueOrDefault(key) is not { } answer || !MayRead(row)) return "";
        if (reader == ExportReader.Public && forms[row.Version].Find(key) is not { IsPublished: true }) return "";
        return row.WordsOf(answer, all: reader == ExportReader.Moderator);
    }

    bool MayRead(ResponseRow row) => reader == ExportReader.Moderator || row.IsCleared;

    IEnumerable<string> OptionsOf(string key) => forms.OrderByDescending(f => f.Key).Select(f => f.Value.Find(key)).OfType<Question>().SelectMany(FormRules.ValuesOf).Distinct(StringComparer.Ordinal);

    bool IsAboutPerson(string key) => forms.Values.Any(f => f.Find(key) is { IsAboutPerson: true } or { Kind: QuestionKind.Municipality });
}
