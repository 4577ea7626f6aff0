using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

public sealed class NumericDriver : FieldDriver<NumericField>
{
    public override string ViewOf(FieldSpot spot) => "_NumberInput";

    protected override void Show(FieldSpot spot, NumericField field, TypedValues typed) => typed[spot.Name] = Numbers.Show(field.Value);

    protected override void Read(FieldSpot spot, NumericField field, TypedValues typed, ICollection<FieldError> errors)
    {
        if (Numbers.TryRead(typed[spot.Name], out var number)) field.Value = number;
        else errors.Add(new(spot.Name, "A number in digits, such as {0}.", "12500.5"));
    }
}
