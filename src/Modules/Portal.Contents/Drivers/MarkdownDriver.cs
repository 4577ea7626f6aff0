using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

public sealed class MarkdownDriver : FieldDriver<MarkdownField>
{
    public override string ViewOf(FieldSpot spot) => "_TextInput";

    protected override void Show(FieldSpot spot, MarkdownField field, TypedValues typed) => typed[spot.Name] = field.Markdown ?? "";

    protected override void Read(FieldSpot spot, MarkdownField field, TypedValues typed, ICollection<FieldError> errors) => field.Markdown = typed[spot.Name];
}
