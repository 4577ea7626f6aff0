using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Consultations.Indexes;

namespace Portal.Consultations.Queries;

/// <summary>Which consultations are past the time for which what the public does not see is kept.</summary>
public sealed class RetainedConsultations(PortalDb db)
{
    /// <returns>Their localization sets.</returns>
    public async Task<IReadOnlyList<string>> OverAsync(DateTime nowUtc, CancellationToken cancel)
    {
        var closed = await db.Consultations.Where(c => c.ClosesUtc < nowUtc).Select(c => new { c.LocalizationSet, c.ClosesUtc, c.RetentionMonths }).ToListAsync(cancel);
        return [.. closed.Where(c => c.ClosesUtc.AddMonths(c.RetentionMonths) <= nowUtc).Select(c => c.LocalizationSet)];
    }
}
