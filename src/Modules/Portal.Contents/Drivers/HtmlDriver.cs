using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>HTML from elsewhere: stored as it came, cleaned whenever it is shown.</summary>
public sealed class HtmlDriver : FieldDriver<HtmlField>
{
    public override string ViewOf(FieldSpot spot) => "_TextInput";

    protected override void Show(FieldSpot spot, HtmlField field, TypedValues typed) => typed[spot.Name] = field.Html ?? "";

    protected override void Read(FieldSpot spot, HtmlField field, TypedValues typed, ICollection<FieldError> errors) => field.Html = typed[spot.Name];

    protected override FieldContent? Display(FieldDescriptor field, HtmlField value, Reading reading) => FieldContent.OfHtml(SafeHtml.Render(value.Html, reading.Culture, field.Name + "-"));
}
