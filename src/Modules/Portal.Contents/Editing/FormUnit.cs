using Microsoft.Extensions.Localization;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>A field of an item, or a whole bag: what two people may have changed at once.</summary>
/// <param name="Name">Name of the field's input, or of the bag.</param>
/// <param name="Field">Null: a bag.</param>
public sealed record FormUnit(string Name, PartDescriptor Part, FieldDescriptor? Field)
{
    public string LabelIn(IStringLocalizer text) => Field?.LabelIn(text) ?? text[Part.Bag!.Label];

    /// <summary>What was typed as one text; the same for what says the same.</summary>
    public string Canonical(DocumentForm form, TypedValues typed) => Field is not null
        ? Field.Driver.Canonical(form.Spot("", Part, Field, typed), typed)
        : string.Join('\u0004', Keys(typed).Select(key => key + '\u0003' + string.Join('\u0003', Inside(form, key, typed).Select(s => s.Field.Driver.Canonical(s, typed)))));

    /// <summary>What was typed as people read it.</summary>
    public string Words(DocumentForm form, TypedValues typed, IStringLocalizer text) => Field is not null
        ? Field.Driver.Words(form.Spot("", Part, Field, typed), typed, text)
        : string.Join('\n', Keys(typed).SelectMany(key => Inside(form, key, typed)).Select(s => (s.Field, Words: s.Field.Driver.Words(s, typed, text))).Where(s => s.Words.Length > 0).Select(s => $"{s.Field.LabelIn(text)}: {s.Words}"));

    /// <summary>Puts what stands in another form in the place of what was typed.</summary>
    public void Take(DocumentForm form, TypedValues into, TypedValues from)
    {
        if (Field is not null)
        {
            foreach (var input in Field.Driver.Inputs(form.Spot("", Part, Field, into))) into.Set(input, from.All(input));
            return;
        }

        foreach (var name in into.Below(Name + ".").ToList()) into.Remove(name);
        foreach (var name in from.Below(Name + ".")) into.Set(name, from.All(name));
    }

    /// <summary>Items that were added and left empty do not count.</summary>
    IEnumerable<string> Keys(TypedValues typed) => typed.All(Bags.Keys(Name)).Where(key => typed.HasAnyBelow(Bags.Prefix(Name, key)));

    IEnumerable<FieldSpot> Inside(DocumentForm form, string key, TypedValues typed) =>
        from part in Part.Bag!.Parts from field in part.Fields select form.Spot(Bags.Prefix(Name, key), part, field, typed);
}
