using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Content.Actions;

/// <summary>Takes in one content item of a recipe, in Orchard Core's JSON, with its ids, dates and states. Importing the same twice changes nothing.</summary>
/// <remarks>An item whose type no module knows is kept like any other; it has no address until its type is known.</remarks>
public sealed class ImportContentItem(PortalDb db, UnitOfWork work, CurrentUser user, ContentStore store, ContentSchedules schedules, TimeProvider clock)
{
    static readonly string[] SystemFields = ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author"];

    static readonly Func<PortalDb, string, string, CancellationToken, Task<bool>> IsThere = CompiledQuery.Single((PortalDb db, string set, string culture, CancellationToken cancel) =>
        db.Set<ContentItem>().Any(i => i.LocalizationSet == set && i.Culture == culture));

    public enum Outcome { Unchanged, Created, Updated }

    public Task<Result<Outcome>> RunAsync(JsonObject json, CancellationToken cancel) => work.RunAsync<Outcome>(async () =>
    {
        user.Demand(ContentPermissions.PublishContent);
        if ((string?)json["ContentItemId"] is not { Length: > 0 } id) return Problem.Invalid("ContentItemId", "A content item needs an id.");
        if ((string?)json["ContentType"] is not { Length: > 0 } type) return Problem.Invalid("ContentType", "A content item needs a type.");

        var document = new ContentDocument(new JsonObject(json.Where(p => p.Value is JsonObject or JsonArray).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))));
        var scheduled = ContentSchedules.TakeFrom(document);
        var comment = TakeComment(document);
        var localization = document.As<LocalizationPart>();
        var version = new Version((string?)json["ContentItemVersionId"], (bool?)json["Latest"] ?? false, (bool?)json["Published"] ?? false);
        var item = await store.FindAsync(id, cancel);
        var outcome = item is null ? Outcome.Created : Outcome.Updated;
        var row = version.Id is null ? null : await db.ContentItemVersions.FindAsync([version.Id], cancel);

        if (item is null)
        {
            item = new()
            {
                ContentItemId = id, ContentType = type, LocalizationSet = localization?.LocalizationSet ?? id, Culture = localization?.Culture ?? Culture.En.Code,
                CreatedUtc = Date(json, "CreatedUtc") ?? clock.UtcNow,
            };
            if (await IsThere(db, item.LocalizationSet, item.Culture, cancel)) return Problem.Conflict("There is a text in this language already.");
            db.ContentItems.Add(item);
        }
        else
        {
            // A shared field that this culture's text does not repeat is still the set's.
            var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
            if (await IsUnchangedAsync(item, version, row, set, document, cancel)) return Outcome.Unchanged;
            if (version.IsHistory && item.LatestVersionId is not null) return await KeepAsHistoryAsync(item, version.Id, document, json, cancel);
            document = ContentDocument.Compose(document.ToString(), set?.DraftJson);
        }

        var origin = new DraftOrigin(row is null ? version.Id : null, (string?)json["Author"], TranslatedFrom(json), outcome == Outcome.Created, comment);
        var draft = await store.WriteDraftAsync(item, document, origin, cancel);
        if (draft.Problem is { } invalid) return invalid;

        if (version.IsPublished)
        {
            if (Date(json, "PublishedUtc") is { } since) item.PublishedUtc = since;
            var published = await store.PublishLatestAsync(item, cancel);
            if (published.Problem is { } problem) return problem;
        }

        if (Date(json, "ModifiedUtc") is { } modified) item.ModifiedUtc = modified;
        await schedules.KeepAsync(item, scheduled, clock.UtcNow, cancel);
        store.Record(item, "Imported");
        return outcome;
    }, cancel);

    /// <summary>What the author said of the version, which Orchard Core keeps in a part of its own.</summary>
    static string? TakeComment(ContentDocument document)
    {
        var said = document.Content["AuditTrailPart"] is JsonObject part && part["Comment"] is JsonValue value ? value.ToString().Trim() : "";
        document.Content.Remove("AuditTrailPart");
        return said.Length == 0 || !ContentText.IsStorable(said) ? null : said.Length <= SaveDraft.LongestComment ? said : said[..SaveDraft.LongestComment];
    }

    /// <summary>The names that are the item's own in Orchard Core's JSON; every other member is a part.</summary>
    public static bool IsSystemField(string name) => SystemFields.Contains(name, StringComparer.Ordinal);

    /// <summary>What a recipe says about a version beside its text.</summary>
    sealed record Version(string? Id, bool IsLatest, bool IsPublished)
    {
        /// <summary>Neither flag: a text of the past. An item of which nothing else is known gets it as a draft.</summary>
        public bool IsHistory => !IsLatest && !IsPublished;
    }

    /// <summary>Whether the text stands there in the state that the recipe gives it: in the version it names, or, if that was changed by an earlier import, in the latest one.</summary>
    async Task<bool> IsUnchangedAsync(ContentItem item, Version version, ContentItemVersion? row, ContentSet? set, ContentDocument document, CancellationToken cancel)
    {
        if (version.Id is not null && row?.ContentItemId != item.ContentItemId) return false;
        if (version.IsHistory && row is not null) return true;

        var shared = version.IsPublished ? set?.PublishedJson : set?.DraftJson;
        var wanted = ContentDocument.Compose(Localized(document, item).ToString(), shared).Content;
        var latest = item.LatestVersionId is null ? null : await db.ContentItemVersions.FindAsync([item.LatestVersionId], cancel);
        return IsSame(row) || IsSame(latest);

        bool IsSame(ContentItemVersion? candidate) =>
            candidate is not null && candidate.VersionId == (version.IsPublished ? item.PublishedVersionId : item.LatestVersionId)
            && version.IsPublished == (candidate.VersionId == item.PublishedVersionId)
            && JsonNode.DeepEquals(ContentDocument.Compose(candidate.Json, shared).Content, wanted);
    }

    async Task<Outcome> KeepAsHistoryAsync(ContentItem item, string? versionId, ContentDocument document, JsonObject json, CancellationToken cancel)
    {
        var text = Localized(document, item).ToString();
        if (await db.ContentItemVersions.AnyAsync(v => v.ContentItemId == item.ContentItemId && v.Json == text, cancel)) return Outcome.Unchanged;
        var number = await db.ContentItemVersions.Where(v => v.ContentItemId == item.ContentItemId).MaxAsync(v => v.Number, cancel);
        db.ContentItemVersions.Add(new()
        {
            VersionId = versionId ?? Ids.New(), ContentItemId = item.ContentItemId, Number = number + 1, DisplayText = document.DisplayText, Json = text, Author = (string?)json["Author"],
            CreatedUtc = Date(json, "CreatedUtc") ?? clock.UtcNow, ModifiedUtc = Date(json, "ModifiedUtc") ?? clock.UtcNow,
        });
        return Outcome.Updated;
    }

    static ContentDocument Localized(ContentDocument document, ContentItem item) =>
        new ContentDocument((JsonObject)document.Content.DeepClone()).Apply(new LocalizationPart { LocalizationSet = item.LocalizationSet, Culture = item.Culture });

    /// <summary>The version that the text was translated from: a member of ours in Orchard Core's part.</summary>
    static string? TranslatedFrom(JsonObject json) => (string?)(json[nameof(LocalizationPart)] as JsonObject)?["TranslatedFrom"];

    static DateTime? Date(JsonObject json, string name) =>
        DateTime.TryParse((string?)json[name], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
