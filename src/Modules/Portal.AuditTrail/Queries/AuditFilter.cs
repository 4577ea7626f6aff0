using System.Globalization;
using Portal.Cms.Audit;

namespace Portal.AuditTrail.Queries;

/// <summary>Which entries are shown, as the address says it. What is null does not narrow it.</summary>
public sealed record AuditFilter
{
    /// <summary>The id of what was changed: an item, an account, the name of a setting.</summary>
    public string? Item { get; init; }
    /// <summary>Whoever did it: a part of the user name or of what the person is called.</summary>
    public string? Person { get; init; }
    /// <summary>The kind of thing.</summary>
    public string? Kind { get; init; }
    /// <summary>First and last day (UTC).</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    /// <summary>Id of the last entry of the page before.</summary>
    public long? After { get; init; }

    public bool IsEmpty => this with { After = null } == new AuditFilter();

    public AuditFilter Tidied() => this with { Item = Tidy(Item), Person = Tidy(Person), Kind = Tidy(Kind) };

    public string Query(long? after = null)
    {
        (string Name, string? Value)[] parts = [("item", Item), ("person", Person), ("kind", Kind), ("from", Iso(From)), ("to", Iso(To)), ("after", after?.ToString(CultureInfo.InvariantCulture))];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    /// <param name="people">Ids of the accounts that <see cref="Person"/> may mean.</param>
    /// <returns>Those of the entries that fit, the latest first, from the place on.</returns>
    public IQueryable<AuditTrailEvent> Of(IQueryable<AuditTrailEvent> entries, IReadOnlyCollection<string> people)
    {
        if (Item is { } item) entries = entries.Where(e => e.SubjectId == item);
        if (Person is { } person) entries = entries.Where(e => e.UserName == person || people.Contains(e.UserId!));
        if (Kind is { } kind) entries = entries.Where(e => e.Category == kind);
        if (From is { } from)
        {
            var first = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.CreatedUtc >= first);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.CreatedUtc < end);
        }

        if (After is { } after) entries = entries.Where(e => e.Id < after);
        return entries.OrderByDescending(e => e.Id);
    }

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
