using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>What the pickers have in common: boxes or a list, or words to search by where there is too much for a list.</summary>
public abstract class PickingDriver<TField> : FieldDriver<TField> where TField : ContentField, new()
{
    public override string ViewOf(FieldSpot spot) => spot.Field.PicksMany ? "_PickMany" : "_PickOne";

    /// <summary>Boxes come in the order of the page, not in that of the field.</summary>
    public override string Canonical(FieldSpot spot, TypedValues typed) => typed.CanonicalSet(spot.Name);

    public override string Words(FieldSpot spot, TypedValues typed, IStringLocalizer text) => string.Join('\n', Chosen(spot, typed).Select(v => spot.Options.NameOf(spot.Field, v) ?? v));

    protected abstract List<string> ValuesOf(TField field);

    protected override void Show(FieldSpot spot, TField field, TypedValues typed) => typed.Set(spot.Name, ValuesOf(field));

    protected override void Read(FieldSpot spot, TField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var (before, chosen) = (ValuesOf(field).ToList(), Chosen(spot, typed).ToList());
        if (chosen.Except(before, StringComparer.Ordinal).Any(value => !spot.Options.Has(spot.Field, value))) errors.Add(new(spot.Name, "Choose from the list."));
        // What was there keeps its place.
        ValuesOf(field).Clear();
        ValuesOf(field).AddRange([.. before.Intersect(chosen, StringComparer.Ordinal), .. chosen.Except(before, StringComparer.Ordinal)]);
    }

    static IEnumerable<string> Chosen(FieldSpot spot, TypedValues typed) => typed.All(spot.Name).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal);
}

/// <summary>Items that the field points to whatever the language.</summary>
public sealed class PickerDriver : PickingDriver<LocalizationSetContentPickerField>
{
    protected override List<string> ValuesOf(LocalizationSetContentPickerField field) => field.LocalizationSets;

    protected override FieldContent? Display(FieldDescriptor field, LocalizationSetContentPickerField value, Reading reading) => value.LocalizationSets.Count == 0 ? null : new() { Sets = value.LocalizationSets };
}

/// <summary>Single items, each in one language.</summary>
public sealed class ContentPickerDriver : PickingDriver<ContentPickerField>
{
    protected override List<string> ValuesOf(ContentPickerField field) => field.ContentItemIds;

    protected override FieldContent? Display(FieldDescriptor field, ContentPickerField value, Reading reading) => value.ContentItemIds.Count == 0 ? null : new() { Items = value.ContentItemIds };
}

/// <summary>Terms of an imported taxonomy.</summary>
public sealed class TaxonomyDriver : PickingDriver<TaxonomyField>
{
    public override string ViewOf(FieldSpot spot) => "_PickMany";

    protected override List<string> ValuesOf(TaxonomyField field) => field.TermContentItemIds;

    protected override FieldContent? Display(FieldDescriptor field, TaxonomyField value, Reading reading) => FieldContent.OfLines((value.TagNames ?? []).Select(reading.Culture.Render));
}
