using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms.Data;

namespace Portal.Cms.Content.Actions;

/// <summary>Begins a new item with the latest text and the shared fields of another one: a draft in a set of its own.</summary>
public sealed class CloneContentItem(UnitOfWork work, ContentStore store, ContentAccess access, CreateContentItem create)
{
    /// <summary>What belongs to the one item alone: its addresses, its place among its translations, what was said about its version.</summary>
    static readonly string[] OwnParts = [nameof(AutoroutePart), "AliasPart", nameof(LocalizationPart), nameof(PublishLaterPart), nameof(ArchiveLaterPart), "AuditTrailPart"];

    public Task<Result<ContentItem>> RunAsync(string contentItemId, CancellationToken cancel) => work.RunAsync<ContentItem>(async () =>
    {
        if (await store.FindAsync(contentItemId, cancel) is not { LatestVersionId: not null } item) return ContentStore.NoSuchItem;
        access.DemandEdit(item);

        var document = WithNewIds((await store.LatestAsync(item, cancel)).Document);
        foreach (var part in OwnParts) document.Content.Remove(part);
        if (document.As<TitlePart>() is { Title: { } title } titled)
        {
            // Two of the same name cannot be told apart in a list.
            titled.Title = $"{title} (2)";
            document.Apply(titled);
        }

        return await create.RunAsync(new(item.ContentType, item.Culture, document), cancel);
    }, cancel);

    /// <summary>Contained items get ids of their own, and whatever in the document names one (the order of a bag) follows.</summary>
    static ContentDocument WithNewIds(ContentDocument document)
    {
        var content = (JsonObject)document.Content.DeepClone();
        var ids = Contained(content).ToDictionary(id => id, _ => Ids.New(), StringComparer.Ordinal);
        return new((JsonObject)Renamed(content, ids)!);
    }

    static IEnumerable<string> Contained(JsonNode? node) => node switch
    {
        JsonObject o => (o.TryGetPropertyValue(nameof(BagPart.ContentItems), out var items) && items is JsonArray bag ? bag.OfType<JsonObject>().Select(i => (string?)i["ContentItemId"]).OfType<string>() : [])
            .Concat(o.SelectMany(p => Contained(p.Value))).Distinct(StringComparer.Ordinal),
        JsonArray a => a.SelectMany(Contained),
        _ => [],
    };

    static JsonNode? Renamed(JsonNode? node, IReadOnlyDictionary<string, string> ids) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Renamed(p.Value, ids)))),
        JsonArray a => new JsonArray([.. a.Select(n => Renamed(n, ids))]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String && ids.TryGetValue(v.GetValue<string>(), out var renamed) => renamed,
        _ => node?.DeepClone(),
    };
}
