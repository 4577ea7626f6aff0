using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>Everything that is kept about one submission, for its author. Instants are UTC.</summary>
/// <param name="State">As the API spells it.</param>
/// <param name="HasAddress">An e-mail address is kept, encrypted, apart from it.</param>
/// <param name="LoggedEvents">What happened to it, in order.</param>
public sealed record OwnRecord(
    string State, string ConsultationSet, string? SectionId, string? ReplyTo, string Culture, string Channel, DateTime ReceivedUtc, string? DisplayName, string? OnBehalfOf, string ConsentVersion, bool HasAddress,
    IReadOnlyList<OwnRecord.Text> Texts, IReadOnlyList<OwnRecord.Decision> Decisions, IReadOnlyList<OwnRecord.LoggedEvent> LoggedEvents, IReadOnlyList<OwnRecord.File> Files)
{
    public sealed record Text(int Version, string Body, DateTime WrittenUtc);

    public sealed record Decision(int Version, int Round, string What, string? Reason, string? Note, DateTime DecidedUtc);

    public sealed record LoggedEvent(string What, int Version, DateTime AtUtc);

    public sealed record File(string FileName, string ContentType, long Length, bool KeptFromPublic);

    public sealed record AboutYouSaid(string? AgeBand, string? Gender, string? Community, string? MunicipalitySet);

    public AboutYouSaid? AboutYou { get; init; }
    public string? AppealWords { get; init; }
}

public sealed class OwnData(PortalDb db, Actions.SubmissionOfReceipt own)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="typed">The receipt as somebody typed it.</param>
    public async Task<OwnRecord?> RunAsync(string? typed, CancellationToken cancel)
    {
        if (await own.FindAsync(typed, cancel) is not { Id: var id } submission) return null;
        var texts = await db.SubmissionVersions.Where(v => v.SubmissionId == id).OrderBy(v => v.Number).Select(v => new OwnRecord.Text(v.Number, v.Body, v.CreatedUtc)).ToListAsync(cancel);
        var decisions = await db.SubmissionDecisions.AsNoTracking().Where(d => d.SubmissionId == id).OrderBy(d => d.DecidedUtc).ToListAsync(cancel);
        var events = await db.SubmissionEvents.Where(e => e.SubmissionId == id).OrderBy(e => e.Id).Select(e => new OwnRecord.LoggedEvent(e.Kind, e.Version, e.AtUtc)).ToListAsync(cancel);
        var files = await db.SubmissionAttachments.Where(a => a.SubmissionId == id).OrderBy(a => a.Number).Select(a => new OwnRecord.File(a.FileName, a.ContentType, a.Length, a.IsExcluded)).ToListAsync(cancel);
        var said = await db.SubmissionDemographics.AsNoTracking().SingleOrDefaultAsync(d => d.SubmissionId == id, cancel);
        return new(
            ModerationTable.Name(submission.State), submission.ConsultationSet, submission.SectionId, submission.ReplyToId, submission.Culture, submission.Channel, submission.ReceivedUtc, submission.DisplayName, submission.OnBehalfOf, submission.ConsentVersion,
            await db.SubmissionContacts.AnyAsync(c => c.SubmissionId == id, cancel),
            [.. texts.Where(t => t.Body.Length > 0)], [.. decisions.Select(d => new OwnRecord.Decision(d.Version, d.Round, ModerationTable.Name(d.Step), d.Reason, d.Note, d.DecidedUtc))], events, files)
        {
            AboutYou = said is null ? null : new(said.AgeBand, said.Gender, said.Community, said.MunicipalitySet),
            AppealWords = await db.SubmissionAppeals.Where(a => a.SubmissionId == id).Select(a => a.Words).SingleOrDefaultAsync(cancel),
        };
    }

    public static byte[] ToJson(OwnRecord data) => JsonSerializer.SerializeToUtf8Bytes(data, Json);
}
