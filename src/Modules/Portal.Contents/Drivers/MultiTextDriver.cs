using Portal.Cms;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>Several texts, one per line.</summary>
public sealed class MultiTextDriver : FieldDriver<MultiTextField>
{
    public override string ViewOf(FieldSpot spot) => spot.Field.Choices is null ? "_LinesInput" : "_Checkboxes";

    public override string Canonical(FieldSpot spot, TypedValues typed) => spot.Field.Choices is null ? string.Join('\u0002', LinesOf(typed[spot.Name])) : typed.CanonicalSet(spot.Name);

    public override string Words(FieldSpot spot, TypedValues typed, IStringLocalizer text) =>
        spot.Field.Choices is { } choices ? string.Join('\n', typed.All(spot.Name).Where(v => v.Length > 0).Select(v => choices.NameIn(text, v))) : typed[spot.Name];

    protected override FieldContent? Display(FieldDescriptor field, MultiTextField value, Reading reading) =>
        FieldContent.OfLines(value.Values.Select(v => field.Choices is { } choices ? choices.NameIn(reading.Text, v) : reading.Culture.Render(v)));

    protected override void Show(FieldSpot spot, MultiTextField field, TypedValues typed)
    {
        if (spot.Field.Choices is null) typed[spot.Name] = string.Join('\n', field.Values);
        else typed.Set(spot.Name, field.Values);
    }

    protected override void Read(FieldSpot spot, MultiTextField field, TypedValues typed, ICollection<FieldError> errors)
    {
        if (spot.Field.Choices is { } choices && typed.All(spot.Name).Except(field.Values, StringComparer.Ordinal).Any(v => !choices.Takes(v))) errors.Add(new(spot.Name, "Choose from the list."));
        field.Values = spot.Field.Choices is null
            ? [.. LinesOf(typed[spot.Name])]
            : [.. typed.All(spot.Name)];
    }

    static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
