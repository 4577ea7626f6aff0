using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

/// <summary>Items that the field points to, chosen from a list of what is public.</summary>
public sealed class PickerDriver : FieldDriver<LocalizationSetContentPickerField>
{
    public override string ViewOf(FieldSpot spot) => spot.Field.PicksMany ? "_PickMany" : "_PickOne";

    /// <summary>Boxes come in the order of the page, not in that of the field.</summary>
    public override bool Agrees(FieldSpot spot, TypedValues shown, TypedValues typed) => Chosen(spot, shown).ToHashSet(StringComparer.Ordinal).SetEquals(Chosen(spot, typed));

    protected override void Show(FieldSpot spot, LocalizationSetContentPickerField field, TypedValues typed) => typed.Set(spot.Name, field.LocalizationSets);

    protected override void Read(FieldSpot spot, LocalizationSetContentPickerField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var chosen = Chosen(spot, typed).ToList();
        if (chosen.Except(field.LocalizationSets, StringComparer.Ordinal).Any(set => !spot.Options.Has(spot.Field.Picks, set))) errors.Add(new(spot.Name, "Choose from the list."));
        // What was there keeps its place.
        field.LocalizationSets = [.. field.LocalizationSets.Intersect(chosen, StringComparer.Ordinal), .. chosen.Except(field.LocalizationSets, StringComparer.Ordinal)];
    }

    static IEnumerable<string> Chosen(FieldSpot spot, TypedValues typed) => typed.All(spot.Name).Where(set => set.Length > 0);
}
