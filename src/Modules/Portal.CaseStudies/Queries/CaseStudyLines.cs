using Microsoft.EntityFrameworkCore;
using Portal.CaseStudies.Models;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;

namespace Portal.CaseStudies.Queries;

/// <summary>What a case study cost, as its entry in a list says.</summary>
public sealed record CaseStudyLine(string Set, string CostBand, decimal? Budget);

/// <summary>Says on each entry of a list what a case study cost, and the period in place of a day. One query.</summary>
public sealed class CaseStudyLines(PortalDb db) : IEntryDetails
{
    public const string View = "_CaseStudyLine";

    public string ContentType => nameof(CaseStudy);

    public async Task<IReadOnlyDictionary<string, EntryDetail>> LoadAsync(IReadOnlyCollection<string> sets, Culture culture, CancellationToken cancel)
    {
        // Cost and period are shared by all cultures, so the texts need not be opened.
        var rows = await db.ContentSets.AsNoTracking().Where(s => sets.Contains(s.LocalizationSet)).Select(s => new { s.LocalizationSet, s.PublishedJson }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.LocalizationSet, r => Detail(r.LocalizationSet, ContentDocument.Parse(r.PublishedJson ?? "{}").As<CaseStudy>() ?? new(), culture), StringComparer.Ordinal);
    }

    static EntryDetail Detail(string set, CaseStudy part, Culture culture) => new(View, new CaseStudyLine(set, part.CostBand?.Text ?? "", part.Budget?.Value))
    {
        When = part is { Started.Day: { } from, Ended.Day: { } to } ? DateSpan.Text(from, to, culture) : null,
    };
}
