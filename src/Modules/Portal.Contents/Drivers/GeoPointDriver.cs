using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class GeoPointDriver : FieldDriver<GeoPointField>
{
    public override string ViewOf(FieldSpot spot) => "_GeoPoint";

    public override IReadOnlyList<string> Inputs(FieldSpot spot) => [spot.Sub(nameof(GeoPointField.Latitude)), spot.Sub(nameof(GeoPointField.Longitude))];

    protected override FieldContent? Display(FieldDescriptor field, GeoPointField value, Reading reading) =>
        value is { Latitude: { } north, Longitude: { } east } ? FieldContent.OfLines([string.Create(reading.Culture.FormatCulture, $"{north:0.####}° N, {east:0.####}° E")]) : null;

    protected override void Show(FieldSpot spot, GeoPointField field, TypedValues typed)
    {
        typed[Inputs(spot)[0]] = Numbers.Show(field.Latitude);
        typed[Inputs(spot)[1]] = Numbers.Show(field.Longitude);
    }

    protected override void Read(FieldSpot spot, GeoPointField field, TypedValues typed, ICollection<FieldError> errors)
    {
        field.Latitude = Degrees(Inputs(spot)[0], 90);
        field.Longitude = Degrees(Inputs(spot)[1], 180);

        decimal? Degrees(string input, int most)
        {
            if (Numbers.TryRead(typed[input], out var number) && (number is null || Math.Abs(number.Value) <= most)) return number;
            errors.Add(new(input, "A number from {0} to {1}.", -most, most));
            return null;
        }
    }
}
