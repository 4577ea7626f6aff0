using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Queries;

/// <summary>Says on each entry of a list in which phase a consultation is and when it closes.</summary>
public sealed class PhaseLines(PortalDb db, PageCaching caching, TimeProvider clock) : IEntryDetails
{
    public string ContentType => nameof(Consultation);

    public async Task<IReadOnlyDictionary<string, EntryDetail>> LoadAsync(IReadOnlyCollection<string> sets, Culture culture, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var rows = await db.Consultations.AsNoTracking().Where(c => sets.Contains(c.LocalizationSet)).ToListAsync(cancel);
        foreach (var row in rows)
        {
            caching.ChangesAt(row.Milestones.NextAfter(now));
            if (row.Milestones.PhaseAt(now) == Phase.Open) caching.ChangesAt(NextMidnight(now, row.Zone));
        }

        return rows.ToDictionary(r => r.LocalizationSet, r => new EntryDetail("_PhaseLine", new PhaseLine(r.Milestones.PhaseAt(now), r.Milestones, r.Zone, r.Milestones.DaysLeft(now, r.Zone))), StringComparer.Ordinal);
    }

    /// <returns>The instant at which the next day begins in a zone: "days left" changes then.</returns>
    public static DateTime NextMidnight(DateTime now, string zone) => Dates.ToUtc(Dates.ToWall(now, zone).Date.AddDays(1), zone);
}
