using Portal.Cms.Localization;
using Portal.Moderation.Text;

namespace Portal.Questionnaires.Models;

/// <summary>What somebody wrote in their own words, as the text of one submission: in the order of the questionnaire, each answer below its question. So it is read, decided on, redacted and erased like any other submission.</summary>
public static class ResponseText
{
    /// <param name="culture">Culture in which the questions were asked.</param>
    /// <returns>The text in the form in which submissions are kept (<see cref="Citizens.Normalise"/>), empty where nothing was written; and each answer without its words, which it only points to.</returns>
    public static (string Body, IReadOnlyDictionary<string, StoredAnswer> Answers) Of(Form form, IReadOnlyDictionary<string, Answer> answers, Culture culture)
    {
        var texts = form.TextsIn(culture.ContentCode);
        var body = new System.Text.StringBuilder();
        var stored = new Dictionary<string, StoredAnswer>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (answers.GetValueOrDefault(question.Key) is not { IsEmpty: false } answer) continue;

            var words = Citizens.Normalise(answer.Text ?? "");
            var kept = new StoredAnswer { Choices = answer.Choices.Count == 0 ? null : answer.Choices, Number = answer.Number, Date = answer.Date };
            if (words.Length > 0)
            {
                if (body.Length > 0) body.Append("\n\n");
                body.Append(Citizens.Normalise(culture.Render(texts.Of(question).Title))).Append('\n');
                kept = kept with { Start = body.Length, Length = words.Length };
                body.Append(words);
            }

            stored[question.Key] = kept;
        }

        return (body.ToString(), stored);
    }

    /// <returns>The words of an answer; null where there are none, or where the text was erased.</returns>
    public static string? WordsOf(StoredAnswer answer, string body) =>
        answer is { Start: { } start, Length: { } length } && start + length <= body.Length ? body.Substring(start, length) : null;

    /// <returns>The hidden passages of the whole text that fall into an answer, counted from its beginning.</returns>
    public static IReadOnlyList<TextSpan> Within(StoredAnswer answer, IReadOnlyList<TextSpan> hidden)
    {
        if (answer is not { Start: { } start, Length: { } length }) return [];
        return [.. from span in hidden
                   let first = Math.Max(span.Start, start)
                   let end = Math.Min(span.End, start + length)
                   where first < end
                   select new TextSpan(first - start, end - first)];
    }
}
