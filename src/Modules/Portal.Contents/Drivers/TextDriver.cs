using Portal.Cms;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>A text on one line or several, or a key of a vocabulary.</summary>
public sealed class TextDriver : FieldDriver<TextField>
{
    public override string ViewOf(FieldSpot spot) => spot.Field.Choices is null ? "_TextInput" : "_Select";

    public override string Words(FieldSpot spot, TypedValues typed, IStringLocalizer text) =>
        spot.Field.Choices is { } choices && typed[spot.Name].Length > 0 ? choices.NameIn(text, typed[spot.Name]) : typed[spot.Name];

    protected override FieldContent? Display(FieldDescriptor field, TextField value, Reading reading) =>
        FieldContent.OfLines(field.Choices is { } choices && value.Text is { Length: > 0 } key ? [choices.NameIn(reading.Text, key)] : (value.Text ?? "").Split('\n').Select(reading.Culture.Render));

    protected override void Show(FieldSpot spot, TextField field, TypedValues typed) => typed[spot.Name] = field.Text ?? "";

    protected override void Read(FieldSpot spot, TextField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var text = typed[spot.Name];
        if (spot.Field.Choices is { } choices && text.Length > 0 && text != field.Text && !choices.Takes(text)) errors.Add(new(spot.Name, "Choose from the list."));
        field.Text = spot.Field.Lines > 1 ? text : text.Trim();
    }
}
