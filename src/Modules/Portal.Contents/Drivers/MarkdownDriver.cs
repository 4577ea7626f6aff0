using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class MarkdownDriver : FieldDriver<MarkdownField>
{
    public override string ViewOf(FieldSpot spot) => "_MarkdownInput";

    protected override FieldContent? Display(FieldDescriptor field, MarkdownField value, Reading reading) => FieldContent.OfHtml(reading.Markdown.Render(value.Markdown, reading.Culture, field.Name + "-"));

    protected override void Show(FieldSpot spot, MarkdownField field, TypedValues typed) => typed[spot.Name] = field.Markdown ?? "";

    protected override void Read(FieldSpot spot, MarkdownField field, TypedValues typed, ICollection<FieldError> errors) => field.Markdown = typed[spot.Name];
}
