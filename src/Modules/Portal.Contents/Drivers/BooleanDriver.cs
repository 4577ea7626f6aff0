using Portal.Cms;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class BooleanDriver : FieldDriver<BooleanField>
{
    /// <summary>What the box sends when it is ticked.</summary>
    public const string Yes = "true";

    public override string ViewOf(FieldSpot spot) => "_Checkbox";

    public override string Words(FieldSpot spot, TypedValues typed, IStringLocalizer text) => text[typed[spot.Name] == Yes ? "Yes" : "No"];

    protected override FieldContent? Display(FieldDescriptor field, BooleanField value, Reading reading) => FieldContent.OfLines([reading.Text[value.Value ? "Yes" : "No"]]);

    protected override void Show(FieldSpot spot, BooleanField field, TypedValues typed) => typed[spot.Name] = field.Value ? Yes : "";

    protected override void Read(FieldSpot spot, BooleanField field, TypedValues typed, ICollection<FieldError> errors) => field.Value = typed[spot.Name] == Yes;
}
