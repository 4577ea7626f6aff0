using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Site;

/// <summary>Writes a set whose texts are a few words each: in all its languages at once, and public at once. Runs inside an action's unit of work.</summary>
public sealed class SetWriter(PortalDb db, ContentStore store, CurrentUser user, TimeProvider clock)
{
    /// <param name="set">Localization set; null = a new one.</param>
    /// <param name="titles">The words by culture code. A language that has none, or blanks, loses its text: it goes to the bin.</param>
    /// <param name="share">Changes what all languages share: fields by part.</param>
    /// <returns>The set.</returns>
    public async Task<Result<string>> WriteAsync(string contentType, string? set, IReadOnlyDictionary<string, string> titles, Action<JsonObject> share, CancellationToken cancel)
    {
        var items = set is null ? [] : await db.ContentItems.Where(i => i.LocalizationSet == set).ToListAsync(cancel);
        if (set is not null && (items.Count == 0 || items[0].ContentType != contentType)) return ContentStore.NoSuchItem;
        if (items.Find(i => i.PublishedVersionId is not null && i.LatestVersionId != i.PublishedVersionId) is { } drafted)
            return Problem.Conflict("Somebody is changing the text in this language: {0}. Publish the draft or discard it first.", NameOf(drafted.Culture));

        if (set is not null && await store.ChangeSharedAsync(set, share, cancel) is { } wrong) return wrong;
        set ??= Ids.New();
        var replaced = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var culture in Culture.ContentCultures)
        {
            var (item, title) = (items.Find(i => i.Culture == culture.Code), titles.GetValueOrDefault(culture.Code)?.Trim() ?? "");
            var problem = title.Length > 0 ? await PublishAsync(contentType, set, culture, item, title, share, replaced, cancel) : await TakeAwayAsync(item, cancel);
            if (problem is not null) return problem;
        }

        await FollowAsync(set, replaced, cancel);
        return set;
    }

    async Task<Problem?> PublishAsync(string contentType, string set, Culture culture, ContentItem? item, string title, Action<JsonObject> share, Dictionary<string, string> replaced, CancellationToken cancel)
    {
        var document = new ContentDocument();
        if (item is { LatestVersionId: not null })
        {
            document = (await store.LatestAsync(item, cancel)).Document;
            if (document.DisplayText == title && item.PublishedVersionId is not null) return null;
        }
        else if (await db.ContentSets.FindAsync([set], cancel) is { } known) document = ContentDocument.Compose("{}", known.DraftJson);
        else share(document.Content);

        if (item is null)
        {
            var id = Ids.New();
            item = new() { ContentItemId = id, ContentType = contentType, LocalizationSet = set, Culture = culture.Code, OwnerId = user.Id, CreatedUtc = clock.UtcNow };
            db.ContentItems.Add(item);
        }

        var before = item.PublishedVersionId;
        document.Apply(new TitlePart { Title = title, Extra = document.As<TitlePart>()?.Extra });
        // The address follows the name; the old one leads to it.
        if (before is not null) document.Content.Remove(nameof(AutoroutePart));
        if ((await store.WriteDraftAsync(item, document, new(), cancel)).Problem is { } invalid) return invalid;
        if ((await store.PublishLatestAsync(item, cancel)).Problem is { } unpublished) return unpublished;
        if (before is not null) replaced[before] = item.PublishedVersionId!;
        store.Record(item, before is null ? "Created" : "Published");
        await db.SaveChangesAsync(cancel);
        return null;
    }

    async Task<Problem?> TakeAwayAsync(ContentItem? item, CancellationToken cancel)
    {
        if (item?.LatestVersionId is null) return null;
        if (item.PublishedVersionId is not null) await store.UnpublishAsync(item, cancel);
        (item.LatestVersionId, item.Stamp) = (null, Guid.NewGuid());
        store.Record(item, "Removed");
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Whoever saved saw the words of all languages side by side: none of them is behind the others now.</summary>
    async Task FollowAsync(string set, Dictionary<string, string> replaced, CancellationToken cancel)
    {
        var current = await (from item in db.ContentItems join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId where item.LocalizationSet == set select version).ToListAsync(cancel);
        foreach (var version in current.Where(v => v.TranslatedFromVersionId is not null && replaced.ContainsKey(v.TranslatedFromVersionId))) version.TranslatedFromVersionId = replaced[version.TranslatedFromVersionId!];
    }

    static string NameOf(string code) => Culture.TryFrom(code, out var culture) ? culture.NativeName : code;
}

/// <summary>Short words for writing shared fields.</summary>
static class SharedFields
{
    /// <summary>Writes a field of a part; null takes it away.</summary>
    public static void Put<TField>(this JsonObject shared, string part, string field, TField? value) where TField : ContentField
    {
        if (shared[part] is not JsonObject fields) shared[part] = fields = [];
        if (value is null) fields.Remove(field);
        else fields[field] = JsonSerializer.SerializeToNode(value, ContentDocument.Json);
    }

    public static LocalizationSetContentPickerField? Pick(string? set) => string.IsNullOrEmpty(set) ? null : new() { LocalizationSets = [set] };

    public static TextField? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new() { Text = text.Trim() };
}
