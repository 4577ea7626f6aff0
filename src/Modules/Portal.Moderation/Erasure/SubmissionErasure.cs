using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Mail.Actions;
using Portal.Notifications.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Erasure;

/// <summary>How much of a submission is erased.</summary>
public enum ErasureExtent
{
    /// <summary>Everything that was said and everything about who said it. That something was there, and what was decided, stays.</summary>
    Whole,
    /// <summary>What the public does not see: names, addresses, unpublished texts, hidden passages, notes. A published text stays.</summary>
    Private,
}

/// <summary>Erases what a submission says and who said it, for every way in which an erasure can come about. Its events stay; the log records the erasure and names the entries that say nothing from now on.</summary>
/// <remarks>Called inside an action's unit of work. After the commit the erasure is written into the register, and the database forgets what it had marked as free.</remarks>
public sealed class SubmissionErasure(PortalDb db, UnitOfWork work, SubmissionHistory history, MergedSubmissions merged, SendMail mail, Notify notify, IEnumerable<ISubmissionExtra> extras, TimeProvider clock)
{
    /// <summary>Kind of the register's entries.</summary>
    public const string Kind = "submission";

    public async Task EraseAsync(Submission submission, ErasureExtent extent, CancellationToken cancel)
    {
        // A step taken before in this unit of work is written first: what follows changes rows past the context.
        await db.SaveChangesAsync(cancel);
        var now = clock.UtcNow;
        var keepsText = extent == ErasureExtent.Private && submission.IsPublic;
        await EraseTextsAsync(submission, keepsText, cancel);
        foreach (var extra in extras) await extra.EraseAsync(submission, keepsText, cancel);
        await db.SubmissionContacts.Where(c => c.SubmissionId == submission.Id).ExecuteDeleteAsync(cancel);
        submission.Forget(now);
        if (extent == ErasureExtent.Whole && submission.Next(Step.Withdraw) is not null) submission.Take(Step.Withdraw, now);
        // What says the same can no longer stand behind this one.
        if (!keepsText && !submission.IsPublic) await merged.ReopenAsync(submission.Id, now, cancel);

        var events = db.SubmissionEvents.Where(e => e.SubmissionId == submission.Id && e.Opening != null && e.Kind != SubmissionEventKinds.Erased);
        var leaves = await events.OrderBy(e => e.Id).Select(e => e.Leaf).ToListAsync(cancel);
        await events.ExecuteUpdateAsync(e => e.SetProperty(x => x.Salt, (byte[]?)null).SetProperty(x => x.Opening, (byte[]?)null), cancel);
        history.Record(submission, SubmissionEventKinds.Erased, now, erases: leaves);

        mail.Forget(submission.Id);
        await notify.ForgetAsync(submission.Id, cancel);
        work.Tell(ErasureDelivery.KindOfMessage, ErasureDelivery.Of(new(DateOnly.FromDateTime(now), Kind, submission.Id, extent.ToString())));
        work.Evict(Tags.Set(submission.ConsultationSet));
    }

    async Task EraseTextsAsync(Submission submission, bool keepsText, CancellationToken cancel)
    {
        var versions = db.SubmissionVersions.Where(v => v.SubmissionId == submission.Id);
        var decisions = db.SubmissionDecisions.Where(d => d.SubmissionId == submission.Id);
        await decisions.ExecuteUpdateAsync(d => d.SetProperty(x => x.Note, (string?)null), cancel);
        if (!keepsText)
        {
            await versions.ExecuteUpdateAsync(v => v.SetProperty(x => x.Body, ""), cancel);
            await decisions.ExecuteUpdateAsync(d => d.SetProperty(x => x.Redactions, (string?)null), cancel);
            foreach (var known in db.ChangeTracker.Entries<SubmissionVersion>().Where(e => e.Entity.SubmissionId == submission.Id).ToList()) known.State = EntityState.Detached;
            return;
        }

        await versions.Where(v => v.Number != submission.CurrentVersion).ExecuteUpdateAsync(v => v.SetProperty(x => x.Body, ""), cancel);
        var shown = await versions.SingleAsync(v => v.Number == submission.CurrentVersion, cancel);
        var decision = await decisions.SingleOrDefaultAsync(d => d.Version == submission.CurrentVersion && d.Round == submission.DecidedRound, cancel);
        shown.Body = Blacken(shown.Body, Redaction.Read(decision?.Redactions));
    }

    /// <summary>The offsets of hidden passages stay right: every unit of one becomes a block.</summary>
    static string Blacken(string body, IReadOnlyList<TextSpan> hidden) => string.Create(body.Length, (body, hidden), static (text, source) =>
    {
        source.body.CopyTo(text);
        foreach (var span in source.hidden) text.Slice(span.Start, span.Length).Fill('▮');
    });
}

/// <summary>What stands beside a submission in tables of its own, and is erased with it: answers, attachments, what somebody said about themselves.</summary>
public interface ISubmissionExtra
{
    /// <param name="keepsText">The published text stays, and what was published with it.</param>
    Task EraseAsync(Submission submission, bool keepsText, CancellationToken cancel);

    /// <summary>Adds what is kept to all that its author is told: a member of its own, named by <see cref="PersonalDataLabels"/>; nothing where nothing is kept.</summary>
    Task TellAsync(string submissionId, JsonObject told, CancellationToken cancel) => Task.CompletedTask;
}
