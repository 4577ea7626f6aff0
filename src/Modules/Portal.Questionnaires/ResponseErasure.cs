using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;

namespace Portal.Questionnaires;

/// <summary>Erases the answers of a submission with it. Where the published part stays, what was never public goes: answers about the person, and words whose question did not say that they are published.</summary>
public sealed class ResponseErasure(PortalDb db, FindForm forms, AnswerWords words, ContentNames names) : ISubmissionExtra
{
    public async Task EraseAsync(Submission submission, bool keepsText, CancellationToken cancel)
    {
        if (submission.QuestionnaireVersion is not { } version) return;
        var rows = db.QuestionnaireResponses.Where(r => r.SubmissionId == submission.Id);
        if (!keepsText)
        {
            await rows.ExecuteDeleteAsync(cancel);
            return;
        }

        if (await forms.VersionAsync(submission.ConsultationSet, version, cancel) is not { Form: var form } || await rows.Select(r => r.Json).SingleOrDefaultAsync(cancel) is not { } json) return;
        var answers = FormJson.ReadAnswers(json);
        var kept = FormJson.Write(answers.Where(a => form.Find(a.Key) is { IsAboutPerson: false }).ToDictionary(StringComparer.Ordinal));
        await rows.ExecuteUpdateAsync(r => r.SetProperty(x => x.Json, kept), cancel);

        var text = await db.SubmissionVersions.SingleAsync(v => v.SubmissionId == submission.Id && v.Number == submission.CurrentVersion, cancel);
        foreach (var (_, answer) in answers.Where(a => form.Find(a.Key) is not { IsPublished: true })) text.Body = Blacken(text.Body, answer);
    }

    public async Task TellAsync(string submissionId, JsonObject told, CancellationToken cancel)
    {
        var row = await (from response in db.QuestionnaireResponses
                         join submission in db.Submissions on response.SubmissionId equals submission.Id
                         join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                         where submission.Id == submissionId
                         select new { response.Json, submission.ConsultationSet, submission.QuestionnaireVersion, version.Body }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (row is null || await forms.VersionAsync(row.ConsultationSet, row.QuestionnaireVersion ?? 0, cancel) is not { Form: var form }) return;
        var (texts, municipalities) = (form.TextsIn(Culture.Current.ContentCode), (await names.AllAsync("Municipality", Culture.Current, cancel)).ToDictionary(m => m.Set, m => m.Name, StringComparer.Ordinal));
        told["answers"] = new JsonArray([.. from kept in FormJson.ReadAnswers(row.Json)
                                            where form.Find(kept.Key) is not null
                                            let question = form.Find(kept.Key)!
                                            let answer = new Answer { Choices = kept.Value.Choices ?? [], Number = kept.Value.Number, Date = kept.Value.Date, Text = ResponseText.WordsOf(kept.Value, row.Body) }
                                            select new JsonObject
                                            {
                                                ["key"] = kept.Key, ["question"] = Culture.Current.Render(texts.Of(question).Title), ["answered"] = new JsonArray([.. words.Of(question, texts.Of(question), answer, Culture.Current, municipalities).Select(w => JsonValue.Create(w))]),
                                            }]);
    }

    /// <summary>The places of the other answers stay right: every unit becomes a block.</summary>
    static string Blacken(string body, StoredAnswer answer) =>
        answer is { Start: { } start, Length: { } length } && start + length <= body.Length ? string.Concat(body.AsSpan(0, start), new string('▮', length), body.AsSpan(start + length)) : body;
}
