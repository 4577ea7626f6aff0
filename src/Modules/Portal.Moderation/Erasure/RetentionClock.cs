using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Consultations.Queries;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;

namespace Portal.Moderation.Erasure;

/// <summary>Erases what is kept no longer: of a consultation whose time is over everything that is not public, and addresses of authors who have nothing more to be told.</summary>
public sealed class RetentionClock(PortalDb db, UnitOfWork work, RetainedConsultations consultations, EraseSubmission erase, TimeProvider clock) : IJob
{
    /// <summary>An address is kept so long after the last thing that happened: an author may appeal, and is to hear of it.</summary>
    public static readonly TimeSpan ContactsKept = TimeSpan.FromDays(30);

    /// <summary>Submissions erased in one run at most; the next run goes on.</summary>
    const int Most = 500;

    public async Task RunAsync(CancellationToken cancel)
    {
        await EraseContactsAsync(cancel);
        var over = await consultations.OverAsync(clock.UtcNow, cancel);
        var due = await db.Submissions.Where(s => over.Contains(s.ConsultationSet) && s.ErasedUtc == null).OrderBy(s => s.Id).Select(s => s.Id).Take(Most).ToListAsync(cancel);
        foreach (var id in due) await erase.AsSystemAsync(id, "retention", ErasureExtent.Private, cancel);
    }

    async Task EraseContactsAsync(CancellationToken cancel)
    {
        var settled = clock.UtcNow - ContactsKept;
        var submissions = db.Submissions;
        var due = db.SubmissionContacts.Where(c => submissions.Any(s => s.Id == c.SubmissionId && s.ChangedUtc < settled && !ModerationTable.Waiting.Contains(s.State) && s.State != SubmissionState.Received));
        if (!await due.AnyAsync(cancel)) return;
        await work.RunAsync<Cms.Done>(async () =>
        {
            await due.ExecuteDeleteAsync(cancel);
            return default(Cms.Done);
        }, cancel);
    }
}
