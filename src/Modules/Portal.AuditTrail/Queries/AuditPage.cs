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

/// <summary>An account that an entry names.</summary>
/// <param name="Name">What the person is called; the user name where nothing else was said.</param>
public sealed record AuditedAccount(string UserName, string Name);

/// <param name="By">Who did it; null: a guest, the portal itself, or an account that is deleted.</param>
/// <param name="Item">Null: it is about something else, or the item is gone.</param>
/// <param name="Account">The account that it is about; null: it is about something else, or the account is deleted.</param>
/// <param name="ChangesHref">Where the differences of the versions are shown; null = none.</param>
/// <param name="Values">What a setting, a role or a definition said before and says now, line by line; null = none.</param>
/// <param name="Details">Names and ids that were recorded beside.</param>
public sealed record AuditRow(
    AuditTrailEvent Entry, AuditedAccount? By, AuditedItem? Item, AuditedAccount? Account, string? ChangesHref, IReadOnlyList<DiffParagraph>? Values, IReadOnlyList<(string Name, string Value)> Details)
{
    public bool IsOfAccount => Entry.Category is "User" or "Account" && Entry.SubjectId.Length > 0;
}

/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record AuditView(AuditFilter Filter, IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>One page of the audit trail: four queries, and two more where a person is sought, however long it is and however far down.</summary>
public sealed class AuditPage(PortalDb db)
{
    public const int PageSize = 50;

    /// <summary>So many accounts at most are meant by a part of a name.</summary>
    const int MostPeople = 100;

    static readonly JsonSerializerOptions Lines = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Members of an entry's details that are shown otherwise.</summary>
    static readonly string[] ShownOtherwise = ["old", "new", "version", "before", "contentType", "culture"];

    public async Task<AuditView> RunAsync(AuditFilter filter, CancellationToken cancel)
    {
        var entries = await (await EntriesAsync(filter, cancel)).Take(PageSize + 1).ToListAsync(cancel);
        var shown = entries.Take(PageSize).ToList();
        return new(filter, await RowsAsync(shown, cancel), entries.Count > PageSize ? shown[^1].Id : null);
    }

    /// <returns>The entries that fit, the latest first.</returns>
    public async Task<IQueryable<AuditTrailEvent>> EntriesAsync(AuditFilter filter, CancellationToken cancel) =>
        filter.Of(db.AuditTrail.AsNoTracking(), filter.Person is { } person ? await PeopleAsync(person, cancel) : []);

    async Task<IReadOnlyCollection<string>> PeopleAsync(string person, CancellationToken cancel)
    {
        var (sought, words) = (person.ToUpperInvariant(), ContentTitles.Fold(person).TrimEnd());
        var byUserName = await db.Users.Where(u => u.NormalizedUserName!.Contains(sought)).OrderBy(u => u.NormalizedUserName).Select(u => u.Id).Take(MostPeople).ToListAsync(cancel);
        // Compared here: SQLite knows the capital letters of English alone, and names are written in two scripts.
        var byName = db.Users.Where(u => u.DisplayName != null).Select(u => new { u.Id, u.DisplayName }).AsAsyncEnumerable().Where(u => ContentTitles.Fold(u.DisplayName!).Contains(words, StringComparison.Ordinal)).Select(u => u.Id).Take(MostPeople);
        return words.Length == 0 ? byUserName : [.. byUserName, .. await byName.ToListAsync(cancel)];
    }

    /// <summary>The latest entries about one item.</summary>
    public async Task<IReadOnlyList<AuditTrailEvent>> LatestOfAsync(string contentItemId, int most, CancellationToken cancel) =>
        await db.AuditTrail.AsNoTracking().Where(e => e.SubjectId == contentItemId && e.Category == "Content").OrderByDescending(e => e.Id).Take(most).ToListAsync(cancel);

    async Task<IReadOnlyList<AuditRow>> RowsAsync(IReadOnlyList<AuditTrailEvent> entries, CancellationToken cancel)
    {
        var details = entries.Select(e => e.Properties is null ? [] : JsonNode.Parse(e.Properties) as JsonObject ?? []).ToList();
        string[] ids = [.. entries.Where(IsOfItem).Select(e => e.SubjectId).Distinct(StringComparer.Ordinal)];
        string[] versions = [.. details.SelectMany(d => new[] { Text(d["version"]), Text(d["before"]) }).OfType<string>().Distinct(StringComparer.Ordinal)];
        var titles = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.LatestVersionId ?? item.RemovedVersionId equals version.VersionId
                            where ids.Contains(item.ContentItemId)
                            select new { item.ContentItemId, version.DisplayText, item.Culture }).ToDictionaryAsync(t => t.ContentItemId, t => new AuditedItem(t.DisplayText, t.Culture), StringComparer.Ordinal, cancel);
        var numbers = await db.ContentItemVersions.Where(v => versions.Contains(v.VersionId)).ToDictionaryAsync(v => v.VersionId, v => v.Number, StringComparer.Ordinal, cancel);
        string[] people = [.. entries.SelectMany(e => new[] { e.UserId, e.SubjectId }).OfType<string>().Concat(details.SelectMany(d => d.Select(m => Text(m.Value)).OfType<string>().Where(IsId))).Distinct(StringComparer.Ordinal)];
        var accounts = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => new AuditedAccount(u.UserName!, u.DisplayName ?? u.UserName!), StringComparer.Ordinal, cancel);
        return [.. entries.Zip(details, (entry, detail) => new AuditRow(
            entry, accounts.GetValueOrDefault(entry.UserId ?? ""), IsOfItem(entry) ? titles.GetValueOrDefault(entry.SubjectId) : null, accounts.GetValueOrDefault(entry.SubjectId), ChangesHref(entry, detail, numbers), Values(detail),
            [.. detail.Where(d => !ShownOtherwise.Contains(d.Key, StringComparer.Ordinal)).Select(d => (d.Key, Said(d.Value, accounts)))]))];
    }

    /// <summary>Whether the subject is an item of content.</summary>
    static bool IsOfItem(AuditTrailEvent entry) => entry.Category is "Content" or "Review";

    static string Said(JsonNode? value, Dictionary<string, AuditedAccount> accounts) =>
        value is JsonArray list ? string.Join(", ", list.Select(Text)) : accounts.GetValueOrDefault(Text(value) ?? "") is { } account ? account.Name : Text(value) ?? "";

    /// <summary>Accounts have ids of 36 characters; a sentence is none.</summary>
    static bool IsId(string text) => text.Length is > 20 and <= 36 && !text.Contains(' ', StringComparison.Ordinal);

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
