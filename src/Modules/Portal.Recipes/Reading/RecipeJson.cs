using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Recipes.Reading;

/// <summary>Orchard Core's JSON dialect: comments, trailing commas, members in any case, numbers as strings.</summary>
public static class RecipeJson
{
    /// <summary>Deep enough for any content with bags in bags; not for an attack on the stack.</summary>
    const int Deepest = 96;

    public static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>For binding steps to their classes.</summary>
    public static readonly JsonSerializerOptions Binding = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        MaxDepth = Deepest,
        Converters = { new JsonStringEnumConverter() },
    };

    extension(JsonObject json)
    {
        /// <returns>The member of that name; where there is none, the one whose name differs in case only.</returns>
        public JsonNode? Member(string name) =>
            json.TryGetPropertyValue(name, out var exact) ? exact : json.FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

        /// <returns>The member as text; null where it is absent or something else.</returns>
        public string? Text(string name) => json.Member(name).AsText();

        /// <summary>Takes over everything of <paramref name="other"/>, object by object. Arrays and values are replaced; what the other does not have stays.</summary>
        public void Merge(JsonObject other)
        {
            foreach (var (name, value) in other)
            {
                if (value is JsonObject theirs && json[name] is JsonObject ours) ours.Merge(theirs);
                else if (value is not null) json[name] = value.DeepClone();
            }
        }
    }

    /// <returns>The node as text; null where it is something else.</returns>
    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
