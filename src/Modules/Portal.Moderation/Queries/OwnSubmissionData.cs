using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Queries;

/// <summary>All that is kept about submissions, for those whose they are. Instants are UTC; names that people read are in the reader's language.</summary>
public sealed class OwnSubmissionData(PortalDb db, SubmissionContacts contacts, ReasonList reasons, ContentNames names, IEnumerable<ISubmissionExtra> extras, ConsentTexts consents, IStringLocalizer T)
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
        var titles = await names.InAsync(Culture.Current, submissions.Select(s => s.ConsultationSet), cancel);
        var book = await reasons.GetAsync();
        var told = new List<JsonObject>();
        foreach (var submission in submissions)
        {
            var all = About(submission, titles.GetValueOrDefault(submission.ConsultationSet)?.Name, await contacts.FindAsync(submission.Id, cancel));
            all["texts"] = new JsonArray([.. versions[submission.Id].Where(v => v.Body.Length > 0).Select(v => new JsonObject { ["version"] = v.Number, ["writtenUtc"] = v.CreatedUtc, ["body"] = v.Body })]);
            all["decisions"] = new JsonArray([.. decisions[submission.Id].Select(d => Decided(d, versions[submission.Id].FirstOrDefault(v => v.Number == d.Version)?.Body ?? "", book))]);
            all["events"] = new JsonArray([.. events[submission.Id].Select(e => new JsonObject { ["happened"] = e.Kind, ["version"] = e.Version, ["atUtc"] = e.AtUtc, ["logLeaf"] = e.Leaf.ToString() })]);
            foreach (var extra in extras) await extra.TellAsync(submission.Id, all, cancel);
            told.Add(all);
        }

        return told;
    }

    JsonObject About(Submission submission, string? title, string? address) => new()
    {
        ["consultationTitle"] = title, ["consultation"] = submission.ConsultationSet, ["section"] = submission.SectionId, ["replyTo"] = submission.ReplyToId, ["language"] = submission.Culture, ["channel"] = submission.Channel,
        ["receivedUtc"] = submission.ReceivedUtc, ["state"] = ModerationTable.Name(submission.State), ["displayName"] = submission.DisplayName, ["onBehalfOf"] = submission.OnBehalfOf, ["email"] = address,
        ["consent"] = new JsonObject { ["consentVersion"] = submission.ConsentVersion, ["agreedTo"] = consents.Find(submission.ConsentVersion) is { } agreed ? T[agreed.Text].Value : null },
        ["erasedUtc"] = submission.ErasedUtc,
    };

    /// <summary>Who decided is not the author's: moderators are protected too.</summary>
    JsonObject Decided(SubmissionDecision decision, string body, ReasonBook book) => new()
    {
        ["version"] = decision.Version, ["round"] = decision.Round, ["decision"] = ModerationTable.Name(decision.Step), ["reason"] = decision.Reason, ["reasonText"] = book.Held(decision.Reason, decision.ReasonVersion)?.Name(Culture.Current, T),
        ["note"] = decision.Note, ["hiddenPassages"] = new JsonArray([.. body.Length == 0 ? [] : Redaction.Read(decision.Redactions).Select(s => (JsonNode)body.Substring(s.Start, s.Length))]), ["decidedUtc"] = decision.DecidedUtc,
    };
}
