using System.Globalization;
using Microsoft.AspNetCore.Http;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Display.Lists;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Queries;

/// <summary>A way to narrow the register down; pages, files and the API have the same.</summary>
/// <param name="Key">Query key.</param>
/// <param name="Name">English message id of what is chosen.</param>
/// <param name="Values">The values that a row has for it.</param>
public sealed record RegisterFilter(string Key, string Name, Func<RegisterRow, Deadlines, string[]> Values)
{
    public const string Addressee = "addressee", Verdict = "verdict", Overdue = "overdue";

    /// <summary>Values of <see cref="Overdue"/>.</summary>
    public const string Reply = "reply", Implementation = "implementation";

    static readonly string[] OverdueReply = [Reply], OverdueImplementation = [Implementation], OverdueBoth = [Reply, Implementation];

    /// <summary>In the order in which pages show them.</summary>
    public static IReadOnlyList<RegisterFilter> All { get; } =
    [
        new(Addressee, "Addressed to", (r, _) => r.Addressees),
        new(ListFilters.Status, "The institution says", (r, _) => r.StatusKey),
        new(Verdict, "The organisation sees it as", (r, _) => r.VerdictKey),
        new(Overdue, "Overdue", OverdueOf),
        new(ListFilters.Theme, "Theme", (r, _) => r.Themes),
        new(ListFilters.Municipality, "Municipality", (r, _) => r.Municipalities),
        new(ListFilters.Organisation, "Asked by", (r, _) => r.Organisation),
        new(ListFilters.Year, "Year", (r, _) => r.Year),
    ];

    /// <summary>The query keys that a list reads.</summary>
    public static IEnumerable<string> Keys => All.Select(f => f.Key).Append("page");

    /// <returns>Null where a value is impossible: such a list does not exist, so nobody fills the cache with invented ones.</returns>
    public static ListQuery? Read(IQueryCollection query)
    {
        var filters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var filter in All)
        {
            var asked = query[filter.Key];
            if (asked.Count > 1) return null;
            if (asked is not [{ Length: > 0 } value]) continue;
            if (!filter.Allows(value)) return null;
            filters[filter.Key] = value;
        }

        var page = 1;
        return query.TryGetValue("page", out var number) && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out page) ? null : new(filters, page);
    }

    bool Allows(string value) => Key switch
    {
        ListFilters.Status => StatusWords.TryStatus(value, out _),
        Verdict => StatusWords.TryVerdict(value, out _),
        Overdue => value is Reply or Implementation,
        ListFilters.Year => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200,
        _ => value.Length <= 100,
    };

    static string[] OverdueOf(RegisterRow row, Deadlines deadlines) => (deadlines.IsReplyOverdue(row.Status, row.Issued), deadlines.IsImplementationOverdue(row.Status, row.Due)) switch
    {
        (true, true) => OverdueBoth,
        (true, false) => OverdueReply,
        (false, true) => OverdueImplementation,
        _ => [],
    };
}
