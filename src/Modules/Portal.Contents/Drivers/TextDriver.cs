using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

/// <summary>A text on one line or several, or a key of a vocabulary.</summary>
public sealed class TextDriver : FieldDriver<TextField>
{
    public override string ViewOf(FieldSpot spot) => spot.Field.Choices is null ? "_TextInput" : "_Select";

    protected override void Show(FieldSpot spot, TextField field, TypedValues typed) => typed[spot.Name] = field.Text ?? "";

    protected override void Read(FieldSpot spot, TextField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var text = typed[spot.Name];
        if (spot.Field.Choices is { } choices && text.Length > 0 && choices.All.All(c => c.Key != text)) errors.Add(new(spot.Name, "Choose from the list."));
        field.Text = spot.Field.Lines > 1 ? text : text.Trim();
    }
}
