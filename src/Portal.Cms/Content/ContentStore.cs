using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Cms.Content;

/// <summary>What the content actions have in common: finding items, writing drafts, moving the published pointer. Runs inside their unit of work.</summary>
public sealed class ContentStore(PortalDb db, UnitOfWork work, ContentTypes types, ContentHandlers handlers, ContentAddresses addresses, ContentTitles titles, ContentAccess access, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    /// <summary>For so long after it was begun, whoever began a draft writes on in the same version; afterwards a save makes the next one.</summary>
    public static readonly TimeSpan SameVersionFor = TimeSpan.FromMinutes(15);

    /// <summary>The problem every action gives for an id that nobody has.</summary>
    public static readonly Problem NoSuchItem = Problem.NotFound("There is no such item.");

    public Task<ContentItem?> FindAsync(string contentItemId, CancellationToken cancel) =>
        db.ContentItems.SingleOrDefaultAsync(i => i.ContentItemId == contentItemId, cancel);

    /// <returns>The stamp of what all languages of the item share; null where they share nothing yet.</returns>
    public async Task<Guid?> SetStampAsync(ContentItem item, CancellationToken cancel) => (await db.ContentSets.FindAsync([item.LocalizationSet], cancel))?.Stamp;

    public async Task<ContentChange> LatestAsync(ContentItem item, CancellationToken cancel)
    {
        // A version written a moment ago, in the same change, is not in the database yet: FindAsync knows it.
        var version = (await db.ContentItemVersions.FindAsync([item.LatestVersionId], cancel))!;
        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        return new(item, version, ContentDocument.Compose(version.Json, set?.DraftJson));
    }

    /// <summary>Writes a document as the item's latest version: a new one, or over the draft that the same person began a short while ago. What anybody else wrote, or was public, or has a comment, stays as it is.</summary>
    public async Task<Result<ContentChange>> WriteDraftAsync(ContentItem item, ContentDocument document, DraftOrigin origin, CancellationToken cancel)
    {
        if (ContentText.FirstForbidden(document) is { } path) return Problem.Invalid(path, "The text contains a character that cannot be stored.");
        document.Apply(new LocalizationPart { LocalizationSet = item.LocalizationSet, Culture = item.Culture });
        await handlers.SavingAsync(item, document, cancel);
        var (text, shared) = document.Split(types.Find(item.ContentType));
        var set = await ShareAsync(item, text, shared, origin.KeepDivergent, cancel);

        var (now, author) = (clock.UtcNow, origin.Author ?? user.Name);
        var draft = await OwnRecentDraftAsync(item, origin, author, now, cancel);
        if (draft is null)
        {
            var number = db.IsNew(item) ? 0 : await db.ContentItemVersions.Where(v => v.ContentItemId == item.ContentItemId).MaxAsync(v => (int?)v.Number, cancel) ?? 0;
            draft = new() { VersionId = origin.VersionId ?? Ids.New(), ContentItemId = item.ContentItemId, Number = number + 1, CreatedUtc = now, DisplayText = "", Json = "", TranslatedFromVersionId = await TranslatedFromAsync(item, cancel) };
            db.ContentItemVersions.Add(draft);
            item.LatestVersionId = draft.VersionId;
        }

        (draft.DisplayText, draft.Json, draft.SharedJson, draft.ModifiedUtc, draft.Author) = (document.DisplayText, text.ToString(), set.DraftJson, now, author);
        (draft.TranslatedFromVersionId, draft.Comment) = (origin.TranslatedFromVersionId ?? draft.TranslatedFromVersionId, origin.Comment ?? draft.Comment);
        (item.ModifiedUtc, item.ModifiedBy, item.OrganisationSet, item.Stamp) = (now, author, document.As<OrganisationPart>()?.Set ?? item.OrganisationSet, Guid.NewGuid());
        (item.RemovedUtc, item.RemovedBy, item.RemovedVersionId) = (null, null, null);
        await titles.KeepAsync(item, document.DisplayText, cancel);
        access.DemandName(item);

        var change = new ContentChange(item, draft, document);
        var errors = new List<FieldError>();
        await handlers.ValidatingAsync(change, errors, cancel);
        if (errors.Count > 0) return Problem.Invalid(errors);

        await handlers.SavedAsync(change, cancel);
        return change;
    }

    /// <summary>Makes the latest version the public one, with its address and the set's shared fields.</summary>
    public async Task<Result<ContentChange>> PublishLatestAsync(ContentItem item, CancellationToken cancel)
    {
        var change = await LatestAsync(item, cancel);
        // Time has passed since the draft was saved: what was right then may be wrong now.
        var errors = new List<FieldError>();
        await handlers.ValidatingAsync(change, errors, cancel);
        if (errors.Count > 0) return Problem.Invalid(errors);
        // Two items that ask for the same address, or are called the same, at the same moment.
        await work.AloneAsync("addresses", cancel);
        if (await addresses.AssignAsync(item, change.Document, cancel) is { } taken) return taken;

        var now = clock.UtcNow;
        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        if (set is not null && set.PublishedJson != set.DraftJson) (set.PublishedJson, set.Stamp) = (set.DraftJson, Guid.NewGuid());
        (item.PublishedVersionId, item.Stamp) = (change.Version.VersionId, Guid.NewGuid());
        item.PublishedUtc ??= now;
        change.Version.PublishedUtc ??= now;

        await handlers.PublishedAsync(change, cancel);
        Evict(item);
        return change;
    }

    /// <summary>Takes the item off the public pages; its versions stay.</summary>
    public async Task UnpublishAsync(ContentItem item, CancellationToken cancel)
    {
        var version = await db.ContentItemVersions.SingleAsync(v => v.VersionId == item.PublishedVersionId, cancel);
        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        (item.PublishedVersionId, item.PublishedPath, item.PublishedUtc, item.Stamp) = (null, null, null, Guid.NewGuid());
        await handlers.UnpublishedAsync(new(item, version, ContentDocument.Compose(version.Json, set?.PublishedJson)), cancel);
        Evict(item);
    }

    /// <param name="before">The version that stood there before; null = none, or the record tells by itself.</param>
    public void Record(ContentItem item, string verb, string? before = null)
    {
        var details = new JsonObject { ["contentType"] = item.ContentType, ["culture"] = item.Culture, ["version"] = item.LatestVersionId };
        if (before is not null && before != item.LatestVersionId) details["before"] = before;
        audit.Record("Content", verb, item.ContentItemId, details);
        work.Touch(item.LocalizationSet);
    }

    async Task<ContentItemVersion?> OwnRecentDraftAsync(ContentItem item, DraftOrigin origin, string? author, DateTime now, CancellationToken cancel)
    {
        if (item.LatestVersionId is not { } latest || latest == item.PublishedVersionId || origin.VersionId is not null || origin.IsNewVersion) return null;
        var draft = await db.ContentItemVersions.FindAsync([latest], cancel);
        return draft is { PublishedUtc: null, Comment: null } && draft.Author == author && author is not null && now - draft.CreatedUtc < SameVersionFor ? draft : null;
    }

    /// <returns>What the latest version was translated from: its next version still is, until somebody says otherwise.</returns>
    async Task<string?> TranslatedFromAsync(ContentItem item, CancellationToken cancel) =>
        item.LatestVersionId is { } latest ? (await db.ContentItemVersions.FindAsync([latest], cancel))?.TranslatedFromVersionId : null;

    /// <summary>Changes what all languages of a set share, as drafted and in public alike, and leaves every text as it is: for what is arranged and not written. Handlers check it, and see it as published once more.</summary>
    /// <param name="change">Gets the shared fields by part.</param>
    /// <returns>What handlers have against it, or null.</returns>
    public async Task<Problem?> ChangeSharedAsync(string localizationSet, Action<JsonObject> change, CancellationToken cancel)
    {
        var set = (await db.ContentSets.FindAsync([localizationSet], cancel))!;
        (set.DraftJson, set.PublishedJson, set.Stamp) = (Changed(set.DraftJson), set.PublishedJson is { } published ? Changed(published) : null, Guid.NewGuid());
        if (await db.ContentItems.FirstOrDefaultAsync(i => i.LocalizationSet == localizationSet && i.PublishedVersionId != null, cancel) is not { } item) return null;

        var version = await db.ContentItemVersions.SingleAsync(v => v.VersionId == item.PublishedVersionId, cancel);
        var changed = new ContentChange(item, version, ContentDocument.Compose(version.Json, set.PublishedJson));
        var errors = new List<FieldError>();
        await handlers.ValidatingAsync(changed, errors, cancel);
        if (errors.Count > 0) return Problem.Invalid(errors);
        await handlers.PublishedAsync(changed, cancel);
        Evict(item);
        return null;

        string Changed(string json)
        {
            var shared = JsonNode.Parse(json)!.AsObject();
            change(shared);
            return shared.ToJsonString(ContentDocument.Json);
        }
    }

    void Evict(ContentItem item) => work.Evict(Tags.Set(item.LocalizationSet), Tags.Type(item.ContentType), Tags.Paths);

    /// <summary>Moves shared values to the set's draft, or back into the item where they differ from the set's and an import wants them kept.</summary>
    async Task<ContentSet> ShareAsync(ContentItem item, ContentDocument text, JsonObject shared, bool keepDivergent, CancellationToken cancel)
    {
        var set = await db.ContentSets.FindAsync([item.LocalizationSet], cancel);
        if (set is null)
        {
            set = new() { LocalizationSet = item.LocalizationSet, ContentType = item.ContentType, DraftJson = shared.ToJsonString(ContentDocument.Json), Stamp = Guid.NewGuid() };
            db.ContentSets.Add(set);
            return set;
        }

        if (!keepDivergent)
        {
            var json = shared.ToJsonString(ContentDocument.Json);
            if (set.DraftJson != json) (set.DraftJson, set.Stamp) = (json, Guid.NewGuid());
            return set;
        }

        var known = JsonNode.Parse(set.DraftJson)!.AsObject();
        foreach (var (part, fields) in shared)
        {
            foreach (var (name, value) in fields!.AsObject())
            {
                if (!JsonNode.DeepEquals(known[part]?[name], value)) text.Content[part]![name] = value!.DeepClone();
            }
        }

        return set;
    }
}

/// <summary>Where a draft comes from.</summary>
/// <param name="VersionId">Id to keep for an imported version; null = ours.</param>
/// <param name="Author">User name to keep for an imported version; null = whoever acts.</param>
/// <param name="KeepDivergent">Shared values that differ from the set's stay on this item (import) instead of replacing them (editing).</param>
/// <param name="Comment">What the author says about it; null = nothing.</param>
/// <param name="IsNewVersion">Leaves the latest version as it is, whoever wrote it and when.</param>
public sealed record DraftOrigin(string? VersionId = null, string? Author = null, string? TranslatedFromVersionId = null, bool KeepDivergent = false, string? Comment = null, bool IsNewVersion = false);
