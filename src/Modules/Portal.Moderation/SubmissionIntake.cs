using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Moderation.Abuse;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation;

/// <summary>What comes with a new submission beside its text.</summary>
/// <param name="Labels">Their submission's id is not looked at.</param>
/// <param name="AboutYou">Its submission's id is not looked at.</param>
/// <param name="KeepsFiles">The files are not for the public, whatever becomes of the text.</param>
public sealed record SubmissionBelongings(IReadOnlyList<SubmissionLabel> Labels, IReadOnlyList<HeldFile> Files, SubmissionDemographics? AboutYou, bool KeepsFiles = false);

/// <summary>Writes down new submissions, from wherever they come: with their first text, all that belongs to them, and the first event of their history. Inside an action's unit of work.</summary>
public sealed class SubmissionIntake(PortalDb db, UnitOfWork work, FindDuplicates duplicates, SubmissionHistory history, AuditTrail audit)
{
    /// <summary>Asks the database nothing; <see cref="TraceAsync"/> comes afterwards.</summary>
    /// <param name="submission">After its first steps.</param>
    /// <param name="nowUtc">When it is written down.</param>
    public void Add(Submission submission, string body, DateTime nowUtc, SubmissionBelongings belongings)
    {
        db.Submissions.Add(submission);
        db.SubmissionVersions.Add(new() { SubmissionId = submission.Id, Number = 1, Body = body, CreatedUtc = nowUtc });
        AddBelongings(submission.Id, belongings);
        history.Record(submission, "received", nowUtc);
    }

    /// <summary>Writes down a submission of a recipe, with the decision on it. Its author, if there is one, has no receipt here: the hash only has to be nobody's.</summary>
    /// <param name="decision">Null: it waits, or nothing has to be decided.</param>
    public void Import(Submission submission, string body, SubmissionDecision? decision)
    {
        db.Submissions.Add(submission);
        db.SubmissionVersions.Add(new() { SubmissionId = submission.Id, Number = 1, Body = body, CreatedUtc = submission.ReceivedUtc });
        history.Record(submission, "received", submission.ReceivedUtc);
        if (decision is not null)
        {
            submission.Take(decision.Step, decision.DecidedUtc);
            db.SubmissionDecisions.Add(decision);
            history.Record(submission, "decided", decision.DecidedUtc);
        }

        audit.Record("Submission", "Imported", submission.Id);
        work.Evict(Tags.Set(submission.ConsultationSet));
    }

    /// <summary>A label where an earlier submission says the same, or nearly; and what later ones are compared with.</summary>
    public async Task TraceAsync(Submission submission, string body, CancellationToken cancel)
    {
        if (body.Length == 0) return;
        var trace = TextTrace.Of(body);
        if (await duplicates.RunAsync(submission.ConsultationSet, body, trace, cancel) is var (label, other)) db.SubmissionLabels.Add(new() { SubmissionId = submission.Id, Label = label, OtherId = other });
        await db.AddFingerprintsAsync(submission.Id, submission.ConsultationSet, trace, cancel);
    }

    void AddBelongings(string id, SubmissionBelongings belongings)
    {
        db.SubmissionLabels.AddRange(belongings.Labels.Select(l => new SubmissionLabel { SubmissionId = id, Label = l.Label, OtherId = l.OtherId }));
        db.SubmissionAttachments.AddRange(belongings.Files.Select((f, i) => new SubmissionAttachment { Id = f.Id, SubmissionId = id, Number = i + 1, FileName = f.FileName, ContentType = f.ContentType, Length = f.Length, IsExcluded = belongings.KeepsFiles }));
        if (belongings.AboutYou is { } said && (said.AgeBand ?? said.Gender ?? said.Community ?? said.MunicipalitySet) is not null)
            db.SubmissionDemographics.Add(new() { SubmissionId = id, AgeBand = said.AgeBand, Gender = said.Gender, Community = said.Community, MunicipalitySet = said.MunicipalitySet });
    }
}
