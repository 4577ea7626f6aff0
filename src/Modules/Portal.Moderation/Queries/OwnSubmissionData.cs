using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Queries;

/// <summary>All that is kept about submissions, for those whose they are.</summary>
public sealed class OwnSubmissionData(PortalDb db, SubmissionContacts contacts, IEnumerable<ISubmissionExtra> extras)
{
    /// <returns>Null where no submission has this receipt.</returns>
    public async Task<JsonObject?> OfReceiptAsync(string? typed, CancellationToken cancel)
    {
        if (ReceiptCode.Read(typed) is not { } code) return null;
        var hash = ReceiptCode.Hash(code);
        var ids = await db.Submissions.Where(s => s.ReceiptHash == hash).Select(s => s.Id).ToListAsync(cancel);
        return (await OfAsync(ids, cancel)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<JsonObject>> OfAsync(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var submissions = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.ReceivedUtc).ToListAsync(cancel);
        var versions = (await db.SubmissionVersions.AsNoTracking().Where(v => ids.Contains(v.SubmissionId)).OrderBy(v => v.Number).ToListAsync(cancel)).ToLookup(v => v.SubmissionId, StringComparer.Ordinal);
        var decisions = (await db.SubmissionDecisions.AsNoTracking().Where(d => ids.Contains(d.SubmissionId)).OrderBy(d => d.DecidedUtc).ToListAsync(cancel)).ToLookup(d => d.SubmissionId, StringComparer.Ordinal);
        var events = (await db.SubmissionEvents.AsNoTracking().Where(e => ids.Contains(e.SubmissionId)).OrderBy(e => e.Id).ToListAsync(cancel)).ToLookup(e => e.SubmissionId, StringComparer.Ordinal);
        var told = new List<JsonObject>();
        foreach (var submission in submissions)
        {
            var all = Describe(submission, versions[submission.Id], decisions[submission.Id], events[submission.Id], await contacts.FindAsync(submission.Id, cancel));
            foreach (var extra in extras)
            {
                if (await extra.TellAsync(submission.Id, cancel) is { } more) all[extra.Name] = more;
            }

            told.Add(all);
        }

        return told;
    }

    /// <summary>Who decided is not the author's: moderators are protected too.</summary>
    static JsonObject Describe(Submission submission, IEnumerable<SubmissionVersion> versions, IEnumerable<SubmissionDecision> decisions, IEnumerable<SubmissionEvent> events, string? address) => new()
    {
        ["consultation"] = submission.ConsultationSet, ["section"] = submission.SectionId, ["language"] = submission.Culture, ["channel"] = submission.Channel, ["receivedUtc"] = submission.ReceivedUtc,
        ["state"] = ModerationTable.Name(submission.State), ["name"] = submission.DisplayName, ["onBehalfOf"] = submission.OnBehalfOf, ["email"] = address, ["consent"] = new JsonObject { ["version"] = submission.ConsentVersion, ["text"] = Consent.TextOf(submission.ConsentVersion) },
        ["texts"] = new JsonArray([.. versions.Select(v => new JsonObject { ["version"] = v.Number, ["writtenUtc"] = v.CreatedUtc, ["text"] = v.Body })]),
        ["decisions"] = new JsonArray([.. decisions.Select(d => new JsonObject { ["version"] = d.Version, ["round"] = d.Round, ["decision"] = ModerationTable.Name(d.Step), ["reason"] = d.Reason, ["note"] = d.Note, ["hiddenPassages"] = d.Redactions, ["decidedUtc"] = d.DecidedUtc })]),
        ["events"] = new JsonArray([.. events.Select(e => new JsonObject { ["kind"] = e.Kind, ["version"] = e.Version, ["atUtc"] = e.AtUtc, ["logLeaf"] = e.Leaf.ToString() })]),
        ["erasedUtc"] = submission.ErasedUtc,
    };
}
