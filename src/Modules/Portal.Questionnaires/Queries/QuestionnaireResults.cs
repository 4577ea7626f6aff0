using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Queries;

/// <summary>Words that somebody wrote, as the public may read them.</summary>
/// <param name="Culture">Culture code of the words.</param>
public sealed record PublishedWords(string Culture, string? OnBehalfOf, IReadOnlyList<IReadOnlyList<Piece>> Paragraphs);

/// <summary>The answers to a questionnaire, counted.</summary>
/// <param name="Form">The newest version; questions of earlier ones stand at its end.</param>
/// <param name="Declined">Responses that moderators declined: they are not among the counted.</param>
/// <param name="GroupedBy">Key of the question about municipalities by which choices are crossed; null where there is none.</param>
/// <param name="Words">The newest published words by question key, at most <see cref="QuestionnaireResults.MostWords"/> each.</param>
public sealed record CountedAnswers(PublishedForm Form, IReadOnlyList<Question> Questions, int Responses, int Declined, IReadOnlyDictionary<string, QuestionFigures> Figures, string? GroupedBy,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> Crossed, IReadOnlyDictionary<string, IReadOnlyList<PublishedWords>> Words);

/// <summary>Counts the answers to a questionnaire in one walk along them, in memory that does not grow with their number. Kept until something about the consultation changes.</summary>
public sealed class QuestionnaireResults(PortalDb db, FindForm forms, TaggedCache cache)
{
    /// <summary>Published words shown with one question.</summary>
    public const int MostWords = 50;

    /// <returns>Null where the consultation has no questionnaire. Whether it has closed is the caller's question.</returns>
    public async ValueTask<CountedAnswers?> RunAsync(string consultationSet, CancellationToken cancel) =>
        await cache.GetAsync(("questionnaire-results", consultationSet), [Tags.Set(consultationSet)], () => CountAsync(consultationSet, cancel), c => 1 + (10 * (c?.Questions.Count ?? 0)) + (2 * (c?.Words.Values.Sum(w => w.Count) ?? 0)));

    async Task<CountedAnswers?> CountAsync(string set, CancellationToken cancel)
    {
        var versions = await forms.AllAsync(set, cancel);
        if (versions is not [.., var newest]) return null;

        var byNumber = versions.ToDictionary(v => v.Version, v => v.Form);
        var by = newest.Form.Questions.FirstOrDefault(q => q.Kind == QuestionKind.Municipality)?.Key;
        var tally = new Tally();
        await foreach (var row in Counted.In(db, set).Select(r => new { r.Response.Version, r.Response.Json }).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel)) tally.Add(byNumber[row.Version], FormJson.ReadAnswers(row.Json), by);

        List<Question> questions = [.. newest.Form.Questions, .. versions.Reverse().SelectMany(v => v.Form.Questions).DistinctBy(q => q.Key, StringComparer.Ordinal).Where(q => newest.Form.Find(q.Key) is null)];
        var declined = await (from r in db.QuestionnaireResponses join s in db.Submissions on r.SubmissionId equals s.Id where r.ConsultationSet == set && s.State == SubmissionState.Declined select s.Id).CountAsync(cancel);
        return new(
            newest, questions, tally.Responses, declined, questions.ToDictionary(q => q.Key, q => tally.Of(q.Key), StringComparer.Ordinal), by,
            questions.ToDictionary(q => q.Key, q => tally.Crossed(q.Key), StringComparer.Ordinal), await WordsAsync(set, byNumber, cancel));
    }

    async Task<IReadOnlyDictionary<string, IReadOnlyList<PublishedWords>>> WordsAsync(string set, Dictionary<int, Form> forms, CancellationToken cancel)
    {
        var words = new Dictionary<string, List<PublishedWords>>(StringComparer.Ordinal);
        await foreach (var row in Texts(set).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            foreach (var (key, answer) in FormJson.ReadAnswers(row.Json))
            {
                if (forms[row.Version].Find(key) is not { IsPublished: true } || ResponseText.WordsOf(answer, row.Body) is not { } text) continue;
                var list = words.TryGetValue(key, out var known) ? known : words[key] = [];
                if (list.Count < MostWords) list.Add(new(row.Culture, row.OnBehalfOf, Citizens.Paragraphs(text, ResponseText.Within(answer, Redaction.Read(row.Redactions)))));
            }
        }

        return words.ToDictionary(w => w.Key, w => (IReadOnlyList<PublishedWords>)w.Value, StringComparer.Ordinal);
    }

    sealed record TextRow(int Version, string Json, string Culture, string? OnBehalfOf, string Body, string? Redactions);

    /// <summary>Texts that moderators cleared, the newest first. Others do not leave the database on this way.</summary>
    IQueryable<TextRow> Texts(string set)
    {
        var (texts, decisions) = (db.SubmissionVersions, db.SubmissionDecisions);
        return (from r in db.QuestionnaireResponses
                join s in db.Submissions on r.SubmissionId equals s.Id
                join v in texts on new { s.Id, Number = s.CurrentVersion } equals new { Id = v.SubmissionId, v.Number }
                join d in decisions on new { s.Id, Version = s.CurrentVersion, Round = s.DecidedRound } equals new { Id = d.SubmissionId, d.Version, Round = (int?)d.Round } into made
                from d in made.DefaultIfEmpty()
                where r.ConsultationSet == set && s.Appearance == Appearance.Text && s.DecidedRound != null && v.Body != ""
                orderby s.ReceivedUtc descending
                select new TextRow(r.Version, r.Json, s.Culture, s.OnBehalfOf, v.Body, d.Redactions)).Take(20 * MostWords);
    }
}
