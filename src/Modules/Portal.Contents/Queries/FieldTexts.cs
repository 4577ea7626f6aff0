using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.Contents.Queries;

/// <summary>A field that people write words into.</summary>
/// <param name="Name">Name of its input on the form, which is also its id there.</param>
/// <param name="Label">What it is called, in the reader's language; for a field of a contained item with what the items are together and its number.</param>
/// <param name="Text">As it stands in the input.</param>
public sealed record FieldText(string Name, string Label, string Text);

/// <summary>The words of an item, field by field, in the order of its form. Asks no database.</summary>
public sealed class FieldTexts(ContentTypes types, FormDescriptors descriptors, IStringLocalizer text)
{
    public IReadOnlyList<FieldText> Of(string contentType, string culture, ContentDocument document)
    {
        if (types.Find(contentType) is not { } type) return [];
        var form = new DocumentForm(descriptors.Of(type), culture, PickerOptions.None);
        return [.. Read(form, form.Parts, "", "", form.Show(document))];
    }

    IEnumerable<FieldText> Read(DocumentForm form, IReadOnlyList<PartDescriptor> parts, string prefix, string item, TypedValues typed)
    {
        foreach (var part in parts)
        {
            foreach (var field in part.Fields.Where(HoldsWords)) yield return new($"{prefix}{part.Name}.{field.Name}", item + field.LabelIn(text), typed[form.Spot(prefix, part, field, typed).Name]);
            if (part.Bag is not { } bag) continue;
            foreach (var contained in typed.All(Bags.Keys(part.Name)).SelectMany((key, index) => Read(form, bag.Parts, Bags.Prefix(part.Name, key), $"{text[bag.Label]} {index + 1}: ", typed))) yield return contained;
        }
    }

    static bool HoldsWords(FieldDescriptor field) => field.Driver is PlainTextDriver or MarkdownDriver or HtmlDriver || (field.Driver is TextDriver or MultiTextDriver && field.Choices is null);
}
