using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class TimeDriver : FieldDriver<TimeField>
{
    static readonly string[] Formats = [@"hh\:mm", @"hh\:mm\:ss", @"h\:mm"];

    public override string ViewOf(FieldSpot spot) => "_TimeInput";

    protected override void Show(FieldSpot spot, TimeField field, TypedValues typed) => typed[spot.Name] = field.Value is { } time ? time.ToString(Formats[time.Seconds == 0 ? 0 : 1], CultureInfo.InvariantCulture) : "";

    protected override void Read(FieldSpot spot, TimeField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var text = typed[spot.Name].Trim();
        if (text.Length == 0) field.Value = null;
        else if (TimeSpan.TryParseExact(text, Formats, CultureInfo.InvariantCulture, out var time) && time < TimeSpan.FromDays(1)) field.Value = time;
        else errors.Add(new(spot.Name, "A time, such as {0}.", "18:30"));
    }

    protected override FieldContent? Display(FieldDescriptor field, TimeField value, Reading reading) =>
        FieldContent.OfLines([value.Value is { } time ? TimeOnly.FromTimeSpan(time).ToString("t", reading.Culture.FormatCulture) : null]);
}
