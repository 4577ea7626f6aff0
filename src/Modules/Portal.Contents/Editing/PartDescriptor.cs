using System.Reflection;
using Portal.Cms.Content;

namespace Portal.Contents.Editing;

/// <summary>A part as the form shows it: its fields, or, for a bag, what each contained item consists of.</summary>
/// <param name="Name">Instance name: the key in item JSON.</param>
/// <param name="Zone">Name of the field with the zone of the part's wall times; null where it has none.</param>
/// <param name="Orders">Fields that hold the order of a bag, with the bag's name.</param>
public sealed record PartDescriptor(string Name, IReadOnlyList<FieldDescriptor> Fields, BagDescriptor? Bag, string? Zone, IReadOnlyList<(string Field, string Bag)> Orders)
{
    /// <summary>The zone of wall times where a part names none.</summary>
    public const string DefaultZone = "Europe/Belgrade";
}

/// <summary>A bag as the form shows it.</summary>
/// <param name="Label">English message id of what the items are together.</param>
public sealed record BagDescriptor(string Label, ContentTypeDefinition Contained, IReadOnlyList<PartDescriptor> Parts);

/// <summary>The forms of the content types, each made out once from its part classes.</summary>
public sealed class FormDescriptors(IEnumerable<Drivers.FieldDriver> drivers)
{
    readonly System.Collections.Concurrent.ConcurrentDictionary<ContentTypeDefinition, IReadOnlyList<PartDescriptor>> known = new();

    public IReadOnlyList<PartDescriptor> Of(ContentTypeDefinition type) => known.GetOrAdd(type, t => [.. t.Parts.Select(Describe)]);

    PartDescriptor Describe(PartDefinition part)
    {
        var properties = part.Type.GetProperties();
        return new(
            part.Name,
            [.. from property in properties
                let editor = property.GetCustomAttribute<EditorAttribute>()
                where editor is not null
                select new FieldDescriptor(property, editor, drivers.First(d => d.Handles(property)))],
            part.Contained is { } contained ? new(part.Label!, contained, Of(contained)) : null,
            properties.FirstOrDefault(p => p.Name == "TimeZone" && p.PropertyType == typeof(TextField))?.Name,
            [.. from property in properties let order = property.GetCustomAttribute<OrderOfAttribute>() where order is not null select (property.Name, order.Bag)]);
    }
}
