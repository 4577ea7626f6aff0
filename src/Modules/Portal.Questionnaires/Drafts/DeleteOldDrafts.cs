using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Jobs;
using Portal.Consultations.Indexes;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Drafts;

/// <summary>Deletes drafts that nobody touched for thirty days, and those of consultations that have closed.</summary>
public sealed class DeleteOldDrafts(PortalDb db, UnitOfWork work, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var (untouched, closed) = (clock.UtcNow - DraftStore.Lifetime, clock.UtcNow - DraftStore.AfterClosing);
        await work.RunAsync<Done>(async () =>
        {
            var over = db.Consultations.Where(c => c.ClosesUtc <= closed).Select(c => c.LocalizationSet);
            await db.ResponseDrafts.Where(d => d.ChangedUtc <= untouched || over.Contains(d.ConsultationSet)).ExecuteDeleteAsync(cancel);
            return default(Done);
        }, cancel);
    }
}
