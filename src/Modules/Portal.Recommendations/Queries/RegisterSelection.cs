using System.Runtime.InteropServices;
using Portal.Cms.Display.Lists;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Queries;

/// <summary>What of the register fits a query, and what each filter would leave if it alone were changed.</summary>
/// <param name="Rows">In the reader's culture, the newest first; what is overdue, the longest waiting first.</param>
/// <param name="Elsewhere">Rows that fit and are published in other cultures only.</param>
/// <param name="Counts">By filter, in the order of <see cref="RegisterFilter.All"/>: rows by value, every other filter in place.</param>
public sealed record RegisterSelection(IReadOnlyList<RegisterRow> Rows, IReadOnlyList<RegisterRow> Elsewhere, IReadOnlyList<Dictionary<string, int>> Counts)
{
    /// <summary>One pass: a row that one filter keeps out counts for that filter's values, a row that fits counts for all.</summary>
    public static RegisterSelection Of(IReadOnlyList<RegisterRow> register, ListQuery query, Deadlines deadlines, string culture)
    {
        var filters = RegisterFilter.All;
        string?[] asked = [.. filters.Select(f => query[f.Key])];
        Dictionary<string, int>[] counts = [.. filters.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        var values = new string[filters.Count][];
        var (rows, elsewhere) = (new List<RegisterRow>(), new List<RegisterRow>());
        foreach (var row in register)
        {
            var (misses, missed) = (0, -1);
            for (var i = 0; i < filters.Count && misses < 2; i++)
            {
                values[i] = filters[i].Values(row, deadlines);
                if (asked[i] is { } value && Array.IndexOf(values[i], value) < 0) (misses, missed) = (misses + 1, i);
            }

            if (misses > 1) continue;
            if (!row.IsIn(culture))
            {
                if (misses == 0) elsewhere.Add(row);
                continue;
            }

            if (misses == 0) rows.Add(row);
            for (var i = 0; i < filters.Count; i++)
            {
                if (misses == 1 && i != missed) continue;
                foreach (var value in values[i]) CollectionsMarshal.GetValueRefOrAddDefault(counts[i], value, out _)++;
            }
        }

        if (query[RegisterFilter.Overdue] is not null) rows.Reverse();
        return new(rows, elsewhere, counts);
    }
}
