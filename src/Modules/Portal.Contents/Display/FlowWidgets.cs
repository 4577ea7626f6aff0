using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Contents.Display;

/// <summary>The texts of widgets that came with an Orchard Core page, one below the other. How wide each stood is not shown.</summary>
public static class FlowWidgets
{
    const int Deepest = 4;

    public static IReadOnlyList<IHtmlContent> Of(ContentDocument document, Culture culture, MarkdownRenderer markdown)
    {
        var texts = new List<IHtmlContent>();
        Add(document.Content[nameof(FlowPart)], 0);
        return texts;

        void Add(JsonNode? flow, int depth)
        {
            if (depth > Deepest) return;
            foreach (var widget in (flow?[nameof(FlowPart.Widgets)] as JsonArray ?? []).OfType<JsonObject>())
            {
                foreach (var (name, part) in widget)
                {
                    if (part is not JsonObject content) continue;
                    if (name == nameof(FlowPart)) Add(content, depth + 1);
                    else AddTexts(content);
                }
            }
        }

        void AddTexts(JsonObject part)
        {
            foreach (var holder in part.Select(p => p.Value).OfType<JsonObject>().Prepend(part))
            {
                if (TextOf(holder, "Html") is { } html) texts.Add(SafeHtml.Render(html, culture, $"w{texts.Count}-").Html);
                if (TextOf(holder, "Markdown") is { } written) texts.Add(markdown.Render(written, culture, $"w{texts.Count}-").Html);
            }
        }

        static string? TextOf(JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }
}
