using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

/// <summary>Knows one kind of field: puts its value into inputs and takes what was typed back. A value whose inputs nobody touched is never written.</summary>
public abstract class FieldDriver
{
    public abstract bool Handles(PropertyInfo property);

    /// <returns>Name of the partial view with the inputs.</returns>
    public abstract string ViewOf(FieldSpot spot);

    /// <summary>Names of the inputs.</summary>
    public virtual IReadOnlyList<string> Inputs(FieldSpot spot) => [spot.Name];

    public abstract void Show(FieldSpot spot, JsonNode? value, TypedValues typed);

    /// <returns>The new value; what is wrong with it is added to <paramref name="errors"/>.</returns>
    public abstract JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors);

    /// <summary>Whether what was typed says the same as what the value shows.</summary>
    public virtual bool Agrees(FieldSpot spot, TypedValues shown, TypedValues typed) => Inputs(spot).All(name => shown.Agrees(typed, name));
}

/// <summary>Knows a field class of the kernel; members of its JSON that the class does not know are kept.</summary>
public abstract class FieldDriver<TField> : FieldDriver where TField : ContentField, new()
{
    public override bool Handles(PropertyInfo property) => property.PropertyType == typeof(TField);

    public override void Show(FieldSpot spot, JsonNode? value, TypedValues typed) => Show(spot, FieldOf(value), typed);

    public override JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors)
    {
        var field = FieldOf(before);
        Read(spot, field, typed, errors);
        return JsonSerializer.SerializeToNode(field, ContentDocument.Json);
    }

    protected abstract void Show(FieldSpot spot, TField field, TypedValues typed);

    protected abstract void Read(FieldSpot spot, TField field, TypedValues typed, ICollection<FieldError> errors);

    static TField FieldOf(JsonNode? value) => value?.Deserialize<TField>(ContentDocument.Json) ?? new();
}
