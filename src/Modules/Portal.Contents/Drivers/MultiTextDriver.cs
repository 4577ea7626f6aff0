using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

/// <summary>Several texts, one per line.</summary>
public sealed class MultiTextDriver : FieldDriver<MultiTextField>
{
    public override string ViewOf(FieldSpot spot) => spot.Field.Choices is null ? "_TextInput" : "_Checkboxes";

    public override bool Agrees(FieldSpot spot, TypedValues shown, TypedValues typed) =>
        spot.Field.Choices is null ? base.Agrees(spot, shown, typed) : shown.All(spot.Name).ToHashSet(StringComparer.Ordinal).SetEquals(typed.All(spot.Name));

    protected override void Show(FieldSpot spot, MultiTextField field, TypedValues typed)
    {
        if (spot.Field.Choices is null) typed[spot.Name] = string.Join('\n', field.Values);
        else typed.Set(spot.Name, field.Values);
    }

    protected override void Read(FieldSpot spot, MultiTextField field, TypedValues typed, ICollection<FieldError> errors)
    {
        if (spot.Field.Choices is { } choices && typed.All(spot.Name).Except(field.Values, StringComparer.Ordinal).Any(v => choices.All.All(c => c.Key != v))) errors.Add(new(spot.Name, "Choose from the list."));
        field.Values = spot.Field.Choices is null
            ? [.. typed[spot.Name].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
            : [.. typed.All(spot.Name)];
    }
}
