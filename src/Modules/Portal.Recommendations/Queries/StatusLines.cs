using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;
using Portal.Recommendations.ViewModels;

namespace Portal.Recommendations.Queries;

/// <summary>Says on each entry of a list whom a recommendation is addressed to and where it stands. No query: the register and the names are in memory.</summary>
public sealed class StatusLines(RecommendationRegister register, CurrentDeadlines current, ContentNames names) : IEntryDetails
{
    public string ContentType => nameof(Recommendation);

    public async Task<IReadOnlyDictionary<string, EntryDetail>> LoadAsync(IReadOnlyCollection<string> sets, Culture culture, CancellationToken cancel)
    {
        var deadlines = await current.ReadAsync();
        var rows = new List<RegisterRow>(sets.Count);
        foreach (var set in sets)
        {
            if (await register.FindAsync(set, cancel) is { } row) rows.Add(row);
        }

        var known = await names.InAsync(culture, rows.SelectMany(r => r.Addressees), cancel);
        return rows.ToDictionary(r => r.Set, r => new EntryDetail("_RecommendationStatus", StatusLine.Of(r, deadlines, culture, known)), StringComparer.Ordinal);
    }
}
