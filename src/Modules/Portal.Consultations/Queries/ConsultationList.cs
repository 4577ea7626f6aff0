using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Queries;

/// <summary>One entry of a list of consultations.</summary>
public sealed record ConsultationEntry(string Set, string Title, string Summary, string Href, PhaseLine Line);

/// <param name="ElsewhereOnly">How many more there are in other languages only.</param>
public sealed record ConsultationListView(IReadOnlyList<ConsultationEntry> Entries, int Page, int Pages, int ElsewhereOnly);

/// <summary>Consultations in one culture: open ones first, those that close soonest on top; then announced ones; then the rest, newest first.</summary>
public sealed class ConsultationList(PortalDb db, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<ConsultationListView> RunAsync(Culture culture, int page, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var here = from row in db.Consultations
                   join item in db.ContentItems on row.LocalizationSet equals item.LocalizationSet
                   where item.Culture == culture.ContentCode && item.PublishedPath != null && row.AnnouncedUtc <= now
                   select new { row, item };
        var total = await here.CountAsync(cancel);
        var everywhere = await db.Consultations.CountAsync(c => c.AnnouncedUtc <= now, cancel);

        var rows = await (from found in here
                          join version in db.ContentItemVersions on found.item.PublishedVersionId equals version.VersionId
                          let rank = found.row.OpensUtc <= now && found.row.ClosesUtc > now ? 0 : found.row.OpensUtc > now ? 1 : 2
                          orderby rank, rank == 2 ? null : (DateTime?)found.row.ClosesUtc, found.row.ClosesUtc descending
                          select new { Row = found.row, Path = found.item.PublishedPath!, version.DisplayText, version.Json })
            .AsNoTracking().Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);

        return new([.. rows.Select(r => Entry(r.Row, r.Path, r.DisplayText, r.Json, culture, now))], page, Math.Max(1, (total + PageSize - 1) / PageSize), everywhere - total);
    }

    static ConsultationEntry Entry(ConsultationIndex row, string path, string title, string json, Culture culture, DateTime now)
    {
        var summary = ContentDocument.Parse(json).As<Consultation>()?.Summary?.Text ?? "";
        if (culture.IsRendering) (title, summary) = (Transliterator.ToLatin(title), Transliterator.ToLatin(summary));
        return new(row.LocalizationSet, title, summary, $"/{culture.Code}/{path}", new(row.Milestones.PhaseAt(now), row.Milestones, row.Zone, row.Milestones.DaysLeft(now, row.Zone)));
    }

    /// <returns>The next instant at which any consultation changes its phase: until then a list stays true.</returns>
    public async Task<DateTime?> NextChangeAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var rows = await db.Consultations.AsNoTracking()
            .Where(c => c.AnnouncedUtc > now || c.OpensUtc > now || c.ClosesUtc > now || c.AnalysisUtc > now || c.ReportedUtc > now || c.ArchivedUtc > now).ToListAsync(cancel);
        // "Days left" changes at midnight of each consultation's own zone.
        var midnights = rows.Where(r => r.Milestones.PhaseAt(now) == Phase.Open).Select(r => (DateTime?)NextMidnight(now, r.Zone));
        return rows.Select(r => r.Milestones.NextAfter(now)).Concat(midnights).Min();
    }

    /// <returns>The instant at which the next day begins in a zone.</returns>
    public static DateTime NextMidnight(DateTime now, string zone) => Dates.ToUtc(Dates.ToWall(now, zone).Date.AddDays(1), zone);
}
