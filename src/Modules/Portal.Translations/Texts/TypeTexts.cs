using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Portal.Cms.Content;

namespace Portal.Translations.Texts;

/// <summary>A bag of a type and what each of its items says.</summary>
/// <param name="Label">English message id of what the items are together.</param>
/// <param name="ItemLabel">English message id of what one of them is.</param>
public sealed record TextBag(string Name, string Label, string ItemLabel, TypeTexts Items);

/// <summary>What there is to translate in items of a type, learnt once from its part classes.</summary>
/// <param name="Own">Yes-or-no fields that each language answers for itself, such as "summary only".</param>
public sealed record TypeTexts(IReadOnlyList<TranslatableField> Fields, IReadOnlyList<TextBag> Bags, IReadOnlyList<(string Part, string Field, string Label)> Own)
{
    /// <summary>A definition that was changed is another one.</summary>
    static readonly ConditionalWeakTable<ContentTypeDefinition, TypeTexts> Known = [];

    public static TypeTexts Of(ContentTypeDefinition type) => Known.GetValue(type, Read);

    /// <returns>The content of another language with every word taken out: files, numbers and places stay.</returns>
    public JsonObject Blank(JsonObject source)
    {
        var blank = (JsonObject)source.DeepClone();
        blank.Remove(nameof(AutoroutePart));
        foreach (var (part, field, _) in Own) (blank[part] as JsonObject)?.Remove(field);
        foreach (var field in Fields) field.Write(blank, field.Kind == TextKind.FileTexts ? [.. field.Read(blank).Select(_ => "")] : []);
        foreach (var bag in Bags)
        {
            if (blank[bag.Name] is JsonObject json) json[nameof(BagPart.ContentItems)] = new JsonArray();
        }

        blank.Remove("DisplayText");
        return blank;
    }

    static TypeTexts Read(ContentTypeDefinition type)
    {
        var properties = type.Parts.SelectMany(part => part.Type.GetProperties().Select(property => (part.Name, Property: property))).ToList();
        return new(
            [.. type.Parts.SelectMany(TranslatableField.Of)],
            [.. type.Parts.Where(p => p.Contained is not null).Select(p => new TextBag(p.Name, p.Label!, p.Contained!.DisplayName, Of(p.Contained)))],
            [.. from p in properties
                where p.Property.PropertyType == typeof(BooleanField) && !p.Property.IsDefined(typeof(SharedAttribute))
                let editor = p.Property.GetCustomAttribute<EditorAttribute>()
                where editor is not null
                select (p.Name, p.Property.Name, editor.Label)]);
    }
}
