using System.Globalization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>A time on the wall clock of the part's zone. An instant that an import brought is shown as that clock shows it.</summary>
public sealed class DateTimeDriver : FieldDriver<DateTimeField>
{
    static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public override string ViewOf(FieldSpot spot) => "_DateTimeInput";

    protected override FieldContent? Display(FieldDescriptor field, DateTimeField value, Reading reading) =>
        FieldContent.OfLines([(value.Value is { Kind: DateTimeKind.Utc } instant ? Dates.ToWall(instant, PartDescriptor.DefaultZone) : value.Value)?.ToString("f", reading.Culture.FormatCulture)]);

    protected override void Show(FieldSpot spot, DateTimeField field, TypedValues typed)
    {
        var wall = field.Value is { Kind: DateTimeKind.Utc } instant ? Dates.ToWall(instant, spot.Zone) : field.Value;
        typed[spot.Name] = wall?.ToString(Formats[wall.Value.Second == 0 ? 0 : 1], CultureInfo.InvariantCulture) ?? "";
    }

    protected override void Read(FieldSpot spot, DateTimeField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var text = typed[spot.Name].Trim();
        if (text.Length == 0) field.Value = null;
        else if (DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)) field.Value = wall;
        else errors.Add(new(spot.Name, "A day and a time, such as {0}.", "2026-05-31 18:30"));
    }
}
