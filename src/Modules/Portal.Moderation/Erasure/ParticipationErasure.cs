using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;

namespace Portal.Moderation.Erasure;

/// <summary>Erases with a submission what stands beside it: what somebody said about themselves, why they appealed, their files, and what nearly equal texts are found by.</summary>
public sealed class ParticipationErasure(PortalDb db, UnitOfWork work, SubmissionContacts contacts, FollowConsultation follow, ContentNames names) : ISubmissionExtra
{
    public async Task EraseAsync(Submission submission, bool keepsText, CancellationToken cancel)
    {
        var id = submission.Id;
        await db.SubmissionDemographics.Where(d => d.SubmissionId == id).ExecuteDeleteAsync(cancel);
        await db.SubmissionAppeals.Where(a => a.SubmissionId == id).ExecuteDeleteAsync(cancel);
        await db.SubmissionFingerprints.Where(f => f.SubmissionId == id).ExecuteDeleteAsync(cancel);
        await db.SubmissionLabels.Where(l => l.SubmissionId == id).ExecuteDeleteAsync(cancel);
        if (!keepsText) await db.CommentSupports.Where(s => s.SubmissionId == id).ExecuteDeleteAsync(cancel);
        // Who takes a comment back has nothing to do with the consultation any more, unless they follow it of their own.
        if (!keepsText && await contacts.FindAsync(id, cancel) is { } address) await follow.ForgetParticipantAsync(submission.ConsultationSet, address, cancel);

        // What was published with a text that stays, stays with it.
        var files = db.SubmissionAttachments.Where(a => a.SubmissionId == id && (!keepsText || a.IsExcluded));
        if (await files.Select(a => a.Id).ToListAsync(cancel) is not { Count: > 0 } ids) return;
        await files.ExecuteDeleteAsync(cancel);
        work.Tell(FileErasure.KindOfMessage, JsonSerializer.Serialize(ids));
    }

    public async Task TellAsync(string submissionId, JsonObject told, CancellationToken cancel)
    {
        if (await db.SubmissionDemographics.AsNoTracking().SingleOrDefaultAsync(d => d.SubmissionId == submissionId, cancel) is { } said)
            told["aboutYou"] = new JsonObject { ["ageBand"] = said.AgeBand, ["gender"] = said.Gender, ["community"] = said.Community, ["municipalityName"] = (await names.InAsync(Culture.Current, [said.MunicipalitySet], cancel)).Values.FirstOrDefault()?.Name, ["municipality"] = said.MunicipalitySet };
        if (await db.SubmissionAppeals.AsNoTracking().SingleOrDefaultAsync(a => a.SubmissionId == submissionId, cancel) is { } appeal)
            told["appeal"] = new JsonObject { ["words"] = appeal.Words, ["appealedUtc"] = appeal.AppealedUtc };
        var files = await db.SubmissionAttachments.AsNoTracking().Where(a => a.SubmissionId == submissionId).OrderBy(a => a.Number).ToListAsync(cancel);
        if (files.Count > 0)
            told["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["fileName"] = f.FileName, ["contentType"] = f.ContentType, ["bytes"] = f.Length, ["keptFromPublic"] = f.IsExcluded })]);
    }
}

/// <summary>Deletes files once the change that gave them up is committed.</summary>
public sealed class FileErasure(FileStore files) : IOutboxHandler
{
    public const string KindOfMessage = "erase-files";

    public string Kind => KindOfMessage;

    public Task DeliverAsync(string payload, CancellationToken cancel)
    {
        files.Delete(JsonSerializer.Deserialize<List<string>>(payload)!);
        return Task.CompletedTask;
    }
}
