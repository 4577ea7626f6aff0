using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;

namespace Portal.AuditTrail.Queries;

/// <summary>The item that an entry is about.</summary>
/// <param name="Lang">Culture code of the title.</param>
public sealed record AuditedItem(string Title, string Lang);

/// <param name="Item">Null: it is about something else, or the item is gone.</param>
/// <param name="ChangesHref">Where the differences of the versions are shown; null = none.</param>
/// <param name="Values">What a setting, a role or a definition said before and says now, line by line; null = none.</param>
/// <param name="Details">Names and ids that were recorded beside.</param>
public sealed record AuditRow(AuditTrailEvent Entry, AuditedItem? Item, string? ChangesHref, IReadOnlyList<DiffParagraph>? Values, IReadOnlyList<(string Name, string Value)> Details);

/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record AuditView(AuditFilter Filter, IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>One page of the audit trail: three queries, however long it is and however far down.</summary>
public sealed class AuditPage(PortalDb db)
{
    public const int PageSize = 50;

    static readonly JsonSerializerOptions Lines = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Members of an entry's details that are shown otherwise.</summary>
    static readonly string[] ShownOtherwise = ["old", "new", "version", "before", "contentType", "culture"];

    public async Task<AuditView> RunAsync(AuditFilter filter, CancellationToken cancel)
    {
        var entries = await filter.Of(db.AuditTrail.AsNoTracking()).Take(PageSize + 1).ToListAsync(cancel);
        var shown = entries.Take(PageSize).ToList();
        return new(filter, await RowsAsync(shown, cancel), entries.Count > PageSize ? shown[^1].Id : null);
    }

    /// <summary>The latest entries about one item.</summary>
    public async Task<IReadOnlyList<AuditTrailEvent>> LatestOfAsync(string contentItemId, int most, CancellationToken cancel) =>
        await db.AuditTrail.AsNoTracking().Where(e => e.SubjectId == contentItemId && e.Category == "Content").OrderByDescending(e => e.Id).Take(most).ToListAsync(cancel);

    async Task<IReadOnlyList<AuditRow>> RowsAsync(IReadOnlyList<AuditTrailEvent> entries, CancellationToken cancel)
    {
        var details = entries.Select(e => e.Properties is null ? [] : JsonNode.Parse(e.Properties) as JsonObject ?? []).ToList();
        string[] ids = [.. entries.Where(e => e.Category == "Content").Select(e => e.SubjectId).Distinct(StringComparer.Ordinal)];
        string[] versions = [.. details.SelectMany(d => new[] { Text(d["version"]), Text(d["before"]) }).OfType<string>().Distinct(StringComparer.Ordinal)];
        var titles = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.LatestVersionId ?? item.RemovedVersionId equals version.VersionId
                            where ids.Contains(item.ContentItemId)
                            select new { item.ContentItemId, version.DisplayText, item.Culture }).ToDictionaryAsync(t => t.ContentItemId, t => new AuditedItem(t.DisplayText, t.Culture), StringComparer.Ordinal, cancel);
        var numbers = await db.ContentItemVersions.Where(v => versions.Contains(v.VersionId)).ToDictionaryAsync(v => v.VersionId, v => v.Number, StringComparer.Ordinal, cancel);
        return [.. entries.Zip(details, (entry, detail) => new AuditRow(
            entry, entry.Category == "Content" ? titles.GetValueOrDefault(entry.SubjectId) : null, ChangesHref(entry, detail, numbers), Values(detail),
            [.. detail.Where(d => !ShownOtherwise.Contains(d.Key, StringComparer.Ordinal)).Select(d => (d.Key, d.Value is JsonArray list ? string.Join(", ", list.Select(Text)) : Text(d.Value) ?? ""))]))];
    }

    static string? ChangesHref(AuditTrailEvent entry, JsonObject details, Dictionary<string, int> numbers)
    {
        if (Text(details["version"]) is not { } version || !numbers.TryGetValue(version, out var to)) return null;
        var from = Text(details["before"]) is { } before && numbers.TryGetValue(before, out var number) ? FormattableString.Invariant($"from={number}&") : "";
        return FormattableString.Invariant($"/admin/content/{Uri.EscapeDataString(entry.SubjectId)}/versions/compare?{from}to={to}");
    }

    static IReadOnlyList<DiffParagraph>? Values(JsonObject details) =>
        details.ContainsKey("old") || details.ContainsKey("new") ? TextDiff.Paragraphs(LinesOf(details["old"]), LinesOf(details["new"])) : null;

    static string[] LinesOf(JsonNode? value) => value is null ? [] : value.ToJsonString(Lines).Split('\n');

    static string? Text(JsonNode? value) => value?.ToString();
}
