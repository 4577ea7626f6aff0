using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Consultations.Api;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Contents.Models;

namespace Portal.Consultations.Queries;

/// <summary>Tells the content API in which phase consultations are.</summary>
public sealed class PhasesOfContent(PortalDb db, TimeProvider clock) : IContentListFacts
{
    public string ContentType => nameof(Consultation);

    public async Task<IReadOnlyDictionary<string, string>> PhasesAsync(IReadOnlyCollection<string> sets, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var rows = await db.Consultations.AsNoTracking().Where(c => sets.Contains(c.LocalizationSet)).ToListAsync(cancel);
        return rows.ToDictionary(r => r.LocalizationSet, r => ConsultationApi.Name(r.Milestones.PhaseAt(now)), StringComparer.Ordinal);
    }
}
