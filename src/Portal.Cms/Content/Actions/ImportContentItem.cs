using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Content.Actions;

/// <summary>Takes in one content item of a recipe, in Orchard Core's JSON, with its ids, dates and states. Importing the same twice changes nothing.</summary>
/// <remarks>An item whose type no module knows is kept like any other; it has no address until its type is known.</remarks>
public sealed class ImportContentItem(PortalDb db, UnitOfWork work, CurrentUser user, ContentStore store, TimeProvider clock)
{
    static readonly string[] SystemFields = ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author"];

    public enum Outcome { Unchanged, Created, Updated }

    public Task<Result<Outcome>> RunAsync(JsonObject json, CancellationToken cancel) => work.RunAsync<Outcome>(async () =>
    {
        user.Demand(ContentPermissions.PublishContent);
        if ((string?)json["ContentItemId"] is not { Length: > 0 } id) return Problem.Invalid("ContentItemId", "A content item needs an id.");
        if ((string?)json["ContentType"] is not { Length: > 0 } type) return Problem.Invalid("ContentType", "A content item needs a type.");

        var document = new ContentDocument(new JsonObject(json.Where(p => p.Value is JsonObject or JsonArray).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))));
        var localization = document.As<LocalizationPart>();
        var versionId = (string?)json["ContentItemVersionId"];
        var isPublished = (bool?)json["Published"] ?? false;
        var item = await store.FindAsync(id, cancel);
        var outcome = item is null ? Outcome.Created : Outcome.Updated;

        if (item is not null && await IsUnchangedAsync(item, versionId, document, isPublished, cancel)) return Outcome.Unchanged;
        if (item is null)
        {
            item = new()
            {
                ContentItemId = id, ContentType = type, LocalizationSet = localization?.LocalizationSet ?? id, Culture = localization?.Culture ?? Culture.En.Code,
                CreatedUtc = Date(json, "CreatedUtc") ?? clock.UtcNow,
            };
            db.ContentItems.Add(item);
        }

        var known = versionId is not null && await db.ContentItemVersions.AnyAsync(v => v.VersionId == versionId, cancel);
        var origin = new DraftOrigin(known ? null : versionId, (string?)json["Author"], KeepDivergent: outcome == Outcome.Created);
        var draft = await store.WriteDraftAsync(item, document, origin, cancel);
        if (draft.Problem is { } invalid) return invalid;

        if (isPublished)
        {
            if (Date(json, "PublishedUtc") is { } since) item.PublishedUtc = since;
            var published = await store.PublishLatestAsync(item, cancel);
            if (published.Problem is { } problem) return problem;
        }

        if (Date(json, "ModifiedUtc") is { } modified) item.ModifiedUtc = modified;
        store.Record(item, "Imported");
        return outcome;
    }, cancel);

    /// <summary>The names that are the item's own in Orchard Core's JSON; every other member is a part.</summary>
    public static bool IsSystemField(string name) => SystemFields.Contains(name, StringComparer.Ordinal);

    async Task<bool> IsUnchangedAsync(ContentItem item, string? versionId, ContentDocument document, bool isPublished, CancellationToken cancel)
    {
        if (item.LatestVersionId is null || isPublished != (item.PublishedVersionId == item.LatestVersionId)) return false;
        var latest = await store.LatestAsync(item, cancel);
        return (versionId is null || versionId == latest.Version.VersionId) && JsonNode.DeepEquals(latest.Document.Content, Localized(document, item).Content);
    }

    static ContentDocument Localized(ContentDocument document, ContentItem item) =>
        new ContentDocument((JsonObject)document.Content.DeepClone()).Apply(new LocalizationPart { LocalizationSet = item.LocalizationSet, Culture = item.Culture });

    static DateTime? Date(JsonObject json, string name) =>
        DateTime.TryParse((string?)json[name], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
