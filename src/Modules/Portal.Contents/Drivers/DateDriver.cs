using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class DateDriver : FieldDriver<DateField>
{
    const string Format = "yyyy-MM-dd";

    public override string ViewOf(FieldSpot spot) => "_DateInput";

    protected override FieldContent? Display(FieldDescriptor field, DateField value, Reading reading) => FieldContent.OfLines([value.Day is { } day ? Cms.Localization.Dates.Day(day, reading.Culture) : null]);

    protected override void Show(FieldSpot spot, DateField field, TypedValues typed) => typed[spot.Name] = field.Day?.ToString(Format, CultureInfo.InvariantCulture) ?? "";

    protected override void Read(FieldSpot spot, DateField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var text = typed[spot.Name].Trim();
        if (text.Length == 0) field.Value = null;
        else if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) field.Value = day.ToDateTime(TimeOnly.MinValue);
        else errors.Add(new(spot.Name, "A day, such as {0}.", "2026-05-31"));
    }
}
