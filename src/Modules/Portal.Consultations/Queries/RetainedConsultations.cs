using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Consultations.Indexes;

namespace Portal.Consultations.Queries;

/// <summary>Which consultations, published still or not, are past the time for which what the public does not see is kept.</summary>
public sealed class RetainedConsultations(PortalDb db)
{
    /// <returns>When what the public does not see is erased (UTC); null where the consultation was never published.</returns>
    public async Task<DateTime?> UntilAsync(string set, CancellationToken cancel) =>
        await db.ConsultationRetentions.AsNoTracking().SingleOrDefaultAsync(c => c.LocalizationSet == set, cancel) is { } kept ? kept.ClosesUtc.AddMonths(kept.Months) : null;

    /// <returns>Their localization sets.</returns>
    public async Task<IReadOnlyList<string>> OverAsync(DateTime nowUtc, CancellationToken cancel)
    {
        var closed = await db.ConsultationRetentions.AsNoTracking().Where(c => c.ClosesUtc < nowUtc).ToListAsync(cancel);
        return [.. closed.Where(c => c.ClosesUtc.AddMonths(c.Months) <= nowUtc).Select(c => c.LocalizationSet)];
    }
}
