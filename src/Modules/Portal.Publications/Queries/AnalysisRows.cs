using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Organisations.Queries;
using Portal.Publications.Indexes;
using Portal.Publications.Models;

namespace Portal.Publications.Queries;

/// <summary>An analysis as lists show it.</summary>
public sealed record AnalysisRow(string Title, string Href, string Abstract, string Kind, DateOnly Day, OrganisationName? Organisation);

/// <summary>A row under a heading of this level.</summary>
public sealed record AnalysisEntry(AnalysisRow Row, int Level);

/// <summary>How many analyses of a list exist in other cultures only.</summary>
public sealed record Elsewhere(int Count, IReadOnlyList<Culture> Cultures)
{
    public static readonly Elsewhere None = new(0, []);
}

/// <summary>Reads rows of lists, newest first. Everything that lists analyses uses this.</summary>
public sealed class AnalysisRows(PortalDb db, OrganisationNames organisations)
{
    const int AbstractLength = 240;

    public IQueryable<AnalysisIndex> All(string? kind = null, string? organisation = null) =>
        db.AnalysisIndex.AsNoTracking().Where(a => (kind == null || a.Kind == kind) && (organisation == null || a.OrganisationSet == organisation));

    public async Task<IReadOnlyList<AnalysisRow>> NewestAsync(IQueryable<AnalysisIndex> analyses, Culture culture, int skip, int take, CancellationToken cancel)
    {
        var rows = await analyses.Where(a => a.Culture == culture.ContentCode).OrderByDescending(a => a.Day).ThenBy(a => a.ContentItemId).Skip(skip).Take(take).ToListAsync(cancel);
        var names = await organisations.InAsync(culture, rows.Select(r => r.OrganisationSet), cancel);
        return [.. rows.Select(r => new AnalysisRow(culture.Render(r.Title), $"/{culture.Code}/{r.Path}", culture.Render(Excerpt.Of(r.Abstract, AbstractLength)), r.Kind, r.Day,
            r.OrganisationSet is { } set ? names.GetValueOrDefault(set) : null))];
    }

    public async Task<Elsewhere> ElsewhereAsync(IQueryable<AnalysisIndex> analyses, Culture culture, CancellationToken cancel)
    {
        var here = analyses.Where(a => a.Culture == culture.ContentCode).Select(a => a.LocalizationSet);
        var byCulture = await analyses.Where(a => !here.Contains(a.LocalizationSet)).Select(a => new { a.LocalizationSet, a.Culture }).ToListAsync(cancel);
        if (byCulture.Count == 0) return Elsewhere.None;

        return new(byCulture.DistinctBy(a => a.LocalizationSet, StringComparer.Ordinal).Count(), [.. Culture.All.Where(c => byCulture.Exists(a => a.Culture == c.ContentCode))]);
    }
}
