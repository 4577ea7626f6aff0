using Microsoft.EntityFrameworkCore;
using Portal.Cms.Localization;

namespace Portal.Publications.Queries;

public sealed record AnalysisListView(IReadOnlyList<AnalysisRow> Rows, string? Kind, IReadOnlyList<string> Kinds, int Page, int Pages, Elsewhere Elsewhere);

/// <summary>One page of the list of analyses, of one kind or of all. Four queries at most, however long the list.</summary>
public sealed class AnalysisList(AnalysisRows analyses)
{
    const int PageSize = 20;

    /// <returns>Null where there is no such page.</returns>
    public async Task<AnalysisListView?> RunAsync(Culture culture, string? kind, int page, CancellationToken cancel)
    {
        var counts = await analyses.All().Where(a => a.Culture == culture.ContentCode).GroupBy(a => a.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToListAsync(cancel);
        var total = counts.Where(c => kind is null || c.Kind == kind).Sum(c => c.Count);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        if (page < 1 || page > pages) return null;

        var chosen = analyses.All(kind);
        return new(
            await analyses.NewestAsync(chosen, culture, (page - 1) * PageSize, PageSize, cancel), kind,
            [.. Models.AnalysisKinds.All.Where(k => counts.Exists(c => c.Kind == k))], page, pages,
            await analyses.ElsewhereAsync(chosen, culture, cancel));
    }
}
