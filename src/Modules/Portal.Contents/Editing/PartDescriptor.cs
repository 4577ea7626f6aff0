using System.Reflection;
using System.Runtime.CompilerServices;
using Portal.Cms.Content;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>A part as the form shows it: its fields, or, for a bag, what each contained item consists of.</summary>
/// <param name="Name">Instance name: the key in item JSON.</param>
/// <param name="Zone">Name of the field with the zone of the part's wall times; null where it has none.</param>
/// <param name="Orders">Fields that hold the order of a bag, with the bag's name.</param>
public sealed record PartDescriptor(string Name, IReadOnlyList<FieldDescriptor> Fields, BagDescriptor? Bag, string? Zone, IReadOnlyList<(string Field, string Bag)> Orders)
{
    /// <summary>The zone of wall times where a part names none.</summary>
    public const string DefaultZone = Cms.Settings.SiteSettings.UsualTimeZone;

    /// <summary>Whether a form shows anything of it.</summary>
    public bool IsOnForm => Fields.Count > 0 || Bag is not null;
}

/// <summary>A bag as the form shows it.</summary>
/// <param name="Label">English message id of what the items are together.</param>
public sealed record BagDescriptor(string Label, ContentTypeDefinition Contained, IReadOnlyList<PartDescriptor> Parts);

/// <summary>The forms of the content types, each made out once from part classes and stored definitions.</summary>
public sealed class FormDescriptors(IEnumerable<FieldDriver> drivers)
{
    // A type whose definition changed is another object; what belonged to the old one goes with it.
    readonly ConditionalWeakTable<ContentTypeDefinition, IReadOnlyList<PartDescriptor>> known = [];

    public IReadOnlyList<PartDescriptor> Of(ContentTypeDefinition type) => known.GetValue(type, t => [.. t.Parts.Select(Describe)]);

    PartDescriptor Describe(PartDefinition part)
    {
        var properties = part.Type.GetProperties();
        var stored = part.Fields.ToLookup(f => f.Name, StringComparer.Ordinal);
        var ofClass = from property in properties
                      let editor = property.GetCustomAttribute<EditorAttribute>()
                      where editor is not null
                      let kind = new FieldKind(part.PartName, property.Name, property.PropertyType.Name)
                      select FieldDescriptor.OfProperty(property, editor, kind, DriverOf(kind), stored[property.Name].FirstOrDefault());
        var added = from field in part.AddedFields
                    let kind = new FieldKind(part.PartName, field.Name, field.FieldType)
                    select FieldDescriptor.OfDefinition(field, kind, DriverOf(kind));
        return new(
            part.Name,
            // A field without a place keeps that of its class, or stands behind them.
            [.. ofClass.Concat(added).Select((field, index) => (field, at: field.Definition?.Position ?? index)).OrderBy(f => f.at).Select(f => f.field)],
            part.Contained is { } contained ? new(part.Label!, contained, Of(contained)) : null,
            properties.FirstOrDefault(p => p.Name == "TimeZone" && p.PropertyType == typeof(TextField))?.Name,
            [.. from property in properties let order = property.GetCustomAttribute<OrderOfAttribute>() where order is not null select (property.Name, order.Bag)]);
    }

    FieldDriver DriverOf(FieldKind kind) => drivers.FirstOrDefault(d => d.Handles(kind)) ?? UnknownDriver.Only;
}
