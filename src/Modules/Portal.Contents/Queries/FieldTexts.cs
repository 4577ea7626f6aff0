using Portal.Cms.Content;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.Contents.Queries;

/// <summary>A field that people write words into.</summary>
/// <param name="Name">Name of its input on the form, which is also its id there.</param>
/// <param name="Label">English message id.</param>
/// <param name="Item">Of a field of a contained item: what the items are together (English message id), and its number from 1.</param>
/// <param name="Text">As it stands in the input.</param>
public sealed record FieldText(string Name, string Label, (string Label, int Number)? Item, string Text);

/// <summary>The words of an item, field by field, in the order of its form. Asks no database.</summary>
public sealed class FieldTexts(ContentTypes types, FormDescriptors descriptors)
{
    public IReadOnlyList<FieldText> Of(string contentType, string culture, ContentDocument document)
    {
        if (types.Find(contentType) is not { } type) return [];
        var form = new DocumentForm(descriptors.Of(type), culture, PickerOptions.None);
        return [.. Read(form, form.Parts, "", null, form.Show(document))];
    }

    static IEnumerable<FieldText> Read(DocumentForm form, IReadOnlyList<PartDescriptor> parts, string prefix, (string, int)? item, TypedValues typed)
    {
        foreach (var part in parts)
        {
            foreach (var field in part.Fields.Where(HoldsWords)) yield return new($"{prefix}{part.Name}.{field.Name}", field.Label, item, typed[form.Spot(prefix, part, field, typed).Name]);
            if (part.Bag is not { } bag) continue;
            foreach (var text in typed.All(Bags.Keys(part.Name)).SelectMany((key, index) => Read(form, bag.Parts, Bags.Prefix(part.Name, key), (bag.Label, index + 1), typed))) yield return text;
        }
    }

    static bool HoldsWords(FieldDescriptor field) => field.Driver is PlainTextDriver or MarkdownDriver || (field.Driver is TextDriver or MultiTextDriver && field.Choices is null);
}
