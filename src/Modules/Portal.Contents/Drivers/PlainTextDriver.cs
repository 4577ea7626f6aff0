using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>A part's own text, such as the title or the body.</summary>
public sealed class PlainTextDriver : FieldDriver
{
    public override bool Handles(FieldKind kind) => kind.Type == FieldKind.OwnText;

    public override string ViewOf(FieldSpot spot) => IsMarkdown(spot.Field) ? "_MarkdownInput" : "_TextInput";

    public override void Show(FieldSpot spot, JsonNode? value, TypedValues typed) => typed[spot.Name] = (string?)value ?? "";

    public override JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors) =>
        spot.Field.Lines > 1 ? typed[spot.Name] : typed[spot.Name].Trim();

    public override FieldContent? Display(FieldDescriptor field, JsonNode value, Reading reading)
    {
        if (value is not JsonValue single || !single.TryGetValue<string>(out var text)) return null;
        if (IsMarkdown(field)) return FieldContent.OfHtml(reading.Markdown.Render(text, reading.Culture));
        return field.Kind.Part == nameof(HtmlBodyPart) ? FieldContent.OfHtml(SafeHtml.Render(text, reading.Culture)) : FieldContent.OfLines([reading.Culture.Render(text)]);
    }

    static bool IsMarkdown(FieldDescriptor field) => field.Kind.Part == nameof(MarkdownBodyPart);
}
