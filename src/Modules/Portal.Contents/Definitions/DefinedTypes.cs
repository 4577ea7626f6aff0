using Portal.Cms.Content;

namespace Portal.Contents.Definitions;

/// <summary>Finds types and fields by name, those of items in bags too.</summary>
public sealed class DefinedTypes(ContentTypes types)
{
    /// <summary>Every type; what bags hold stands behind the types that have them.</summary>
    public IEnumerable<ContentTypeDefinition> All =>
        types.All.OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(t => t.Parts.Select(p => p.Contained).OfType<ContentTypeDefinition>().Prepend(t)).DistinctBy(t => t.Name, StringComparer.Ordinal);

    public ContentTypeDefinition? Find(string name) => All.FirstOrDefault(t => t.Name == name);

    /// <summary>A part as some type carries it; its fields are the same wherever it is.</summary>
    public PartDefinition? FindPart(string partName) => All.SelectMany(t => t.Parts).FirstOrDefault(p => p.PartName == partName && p.Type != typeof(BagPart));

    /// <summary>The field class of a property; null where no property of the part's class is a field of this name.</summary>
    public static string? FieldTypeOf(PartDefinition part, string field) => part.Type.GetProperty(field) is { } property && property.PropertyType.IsSubclassOf(typeof(ContentField)) ? property.PropertyType.Name : null;
}
