using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Media;

namespace Portal.Search.Indexes;

/// <summary>The texts of an item as its page shows them.</summary>
/// <param name="Summary">Passages that say what the item is about.</param>
/// <param name="Body">Every other passage, in order.</param>
/// <param name="Files">Paths of the files that it carries or shows, whose words belong to it.</param>
public sealed record ItemText(string Title, IReadOnlyList<string> Summary, IReadOnlyList<string> Body, IReadOnlyCollection<string> Files);

/// <summary>Reads the texts out of items. What is indexed and what excerpts show comes from here, so that neither knows more than the other.</summary>
public sealed class ItemTexts(ContentTypes types, SearchedFields fields)
{
    /// <summary>Fields with which an item introduces itself, whatever its type.</summary>
    static readonly string[] SummaryFields = ["Abstract", "Summary", "KeyMessages", "ShortName"];

    /// <summary>Whether items of this type have pages on which they can be found.</summary>
    public bool IsSearched(string contentType) => types.Find(contentType) is { Controller: not null };

    public ItemText Of(string contentType, ContentDocument published)
    {
        // What the public may not read it may not find either.
        var document = new ContentDocument((JsonObject)published.Content.DeepClone());
        types.Find(contentType)?.HideFromPublic(document);
        var (summary, body) = (new List<string>(), new List<string>());
        foreach (var part in types.Find(contentType)?.Parts ?? [])
        {
            // The title is told apart from the rest.
            if (part.Type == typeof(TitlePart) || document.Content[part.Name] is not JsonObject content) continue;
            Read(part.Type.Name, content);
            foreach (var field in part.AddedFields.Where(f => !f.IsShared)) body.AddRange(Added(field, content).Select(OneLine).Where(p => p.Length > 0));
        }

        return new(document.DisplayText, summary, body, MediaPaths.In(document.Content));

        void Read(string part, JsonObject content)
        {
            foreach (var contained in (content[nameof(BagPart.ContentItems)] as JsonArray ?? []).OfType<JsonObject>())
            {
                foreach (var (name, inner) in contained)
                {
                    if (inner is JsonObject containedPart) Read(name, containedPart);
                }
            }

            foreach (var field in fields.Of(part))
            {
                (SummaryFields.Contains(field.Name, StringComparer.Ordinal) ? summary : body).AddRange(Passages(field, content).Select(OneLine).Where(p => p.Length > 0));
            }
        }
    }

    static IEnumerable<string> Passages(SearchedField field, JsonObject part)
    {
        if (field.InPart) return field.Words == WordsOf.Markdown ? MarkdownText.Paragraphs(Text(part[field.Name])) : [Text(part[field.Name])];
        return part[field.Name] is not JsonObject content ? [] : field.Words switch
        {
            WordsOf.Text => Text(content["Text"]).Split('\n'),
            WordsOf.Markdown => MarkdownText.Paragraphs(Text(content["Markdown"])),
            WordsOf.Values => Texts(content["Values"]),
            _ => Texts(content["MediaTexts"]),
        };
    }

    /// <summary>A field that an administrator or a recipe added.</summary>
    static IEnumerable<string> Added(FieldDefinition field, JsonObject part) => field.FieldType switch
    {
        nameof(TextField) when field.Options.Count == 0 => Passages(new(field.Name, WordsOf.Text), part),
        nameof(MarkdownField) => Passages(new(field.Name, WordsOf.Markdown), part),
        nameof(MultiTextField) when field.Options.Count == 0 => Passages(new(field.Name, WordsOf.Values), part),
        _ => [],
    };

    static IEnumerable<string> Texts(JsonNode? node) => (node as JsonArray ?? []).Select(Text);

    static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
