using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires;

/// <summary>Erases the answers of a submission with it. Where the published part stays, what was never public goes: answers about the person, and words whose question did not say that they are published.</summary>
public sealed class ResponseErasure(PortalDb db, FindForm forms) : ISubmissionExtra
{
    public string Name => "answers";

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

    public async Task<JsonNode?> TellAsync(string submissionId, CancellationToken cancel) =>
        await db.QuestionnaireResponses.Where(r => r.SubmissionId == submissionId).Select(r => r.Json).SingleOrDefaultAsync(cancel) is { } json ? JsonNode.Parse(json) : null;

    /// <summary>The places of the other answers stay right: every unit becomes a block.</summary>
    static string Blacken(string body, StoredAnswer answer) =>
        answer is { Start: { } start, Length: { } length } && start + length <= body.Length ? string.Concat(body.AsSpan(0, start), new string('▮', length), body.AsSpan(start + length)) : body;
}
