using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Cms.Content;

/// <summary>The parts of one content item as JSON, read and written through part classes. What no class knows stays as it is.</summary>
public sealed class ContentDocument(JsonObject content)
{
    /// <summary>Orchard Core's dialect: PascalCase members, nulls left out, letters of every script as they are.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public ContentDocument() : this([]) { }

    /// <summary>Parts by name.</summary>
    public JsonObject Content => content;

    public string DisplayText => As<TitlePart>()?.Title?.Trim() ?? "";

    public static ContentDocument Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>An item's text together with what its set shares. A value that diverged in the item itself (by import) wins.</summary>
    public static ContentDocument Compose(string itemJson, string? sharedJson)
    {
        var document = Parse(itemJson);
        if (sharedJson is null or "{}") return document;

        foreach (var (partName, fields) in JsonNode.Parse(sharedJson)!.AsObject())
        {
            if (document.Content[partName] is not JsonObject part) document.Content[partName] = part = [];
            foreach (var (name, value) in fields!.AsObject())
            {
                if (!part.ContainsKey(name)) part[name] = value?.DeepClone();
            }
        }

        return document;
    }

    /// <returns>The part, or null where the item has none of that name.</returns>
    /// <param name="name">Instance name; by default the class's name.</param>
    /// <exception cref="JsonException">The stored JSON does not fit the class.</exception>
    public T? As<T>(string? name = null) where T : ContentPart => content[name ?? typeof(T).Name]?.Deserialize<T>(Json);

    /// <summary>Writes a part back, keeping members that its class does not know.</summary>
    public ContentDocument Apply<T>(T part, string? name = null) where T : ContentPart
    {
        content[name ?? typeof(T).Name] = JsonSerializer.SerializeToNode(part, Json);
        return this;
    }

    /// <summary>Takes the shared fields of a type out of the document.</summary>
    /// <returns>What is left (the text of one culture), and the shared fields by part.</returns>
    public (ContentDocument Text, JsonObject Shared) Split(ContentTypeDefinition? type)
    {
        var text = (JsonObject)content.DeepClone();
        var shared = new JsonObject();
        foreach (var (partName, fieldName) in type?.SharedFields ?? [])
        {
            if (text[partName] is not JsonObject part || part[fieldName] is not { } value) continue;
            part.Remove(fieldName);
            if (shared[partName] is not JsonObject sharedPart) shared[partName] = sharedPart = [];
            sharedPart[fieldName] = value;
        }

        return (new ContentDocument(text), shared);
    }

    public override string ToString() => content.ToJsonString(Json);
}
