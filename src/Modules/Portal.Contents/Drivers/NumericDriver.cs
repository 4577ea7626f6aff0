using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class NumericDriver : FieldDriver<NumericField>
{
    public override string ViewOf(FieldSpot spot) => "_NumberInput";

    protected override FieldContent? Display(FieldDescriptor field, NumericField value, Reading reading) => FieldContent.OfLines([value.Value?.ToString("#,##0.############", reading.Culture.FormatCulture)]);

    protected override void Show(FieldSpot spot, NumericField field, TypedValues typed) => typed[spot.Name] = Numbers.Show(field.Value);

    protected override void Read(FieldSpot spot, NumericField field, TypedValues typed, ICollection<FieldError> errors)
    {
        if (Numbers.TryRead(typed[spot.Name], out var number))
        {
            field.Value = number;
            if (number < spot.Field.Definition?.Number("Minimum")) errors.Add(new(spot.Name, "At least {0}.", spot.Field.Definition.Number("Minimum")!));
            if (number > spot.Field.Definition?.Number("Maximum")) errors.Add(new(spot.Name, "At most {0}.", spot.Field.Definition.Number("Maximum")!));
        }
        else errors.Add(new(spot.Name, "A number in digits, such as {0}.", "12500.5"));
    }
}
