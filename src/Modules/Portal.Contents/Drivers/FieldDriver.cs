using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>Knows one kind of field: puts its value into inputs, takes what was typed back, and shows it to readers. A value whose inputs nobody touched is never written.</summary>
public abstract class FieldDriver
{
    public abstract bool Handles(FieldKind kind);

    /// <returns>Name of the partial view with the inputs.</returns>
    public abstract string ViewOf(FieldSpot spot);

    /// <summary>Names of the inputs.</summary>
    public virtual IReadOnlyList<string> Inputs(FieldSpot spot) => [spot.Name];

    public abstract void Show(FieldSpot spot, JsonNode? value, TypedValues typed);

    /// <returns>The new value; what is wrong with it is added to <paramref name="errors"/>.</returns>
    public abstract JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors);

    /// <summary>What was typed as one text, the same for what says the same: the value of two forms agrees where this does.</summary>
    public virtual string Canonical(FieldSpot spot, TypedValues typed) => string.Join('\u0001', Inputs(spot).Select(typed.Canonical));

    /// <summary>Whether what was typed says the same as what the value shows.</summary>
    public bool Agrees(FieldSpot spot, TypedValues shown, TypedValues typed) => Canonical(spot, shown) == Canonical(spot, typed);

    /// <summary>What was typed as people read it, for comparing two texts.</summary>
    public virtual string Words(FieldSpot spot, TypedValues typed, IStringLocalizer text) => string.Join('\n', Inputs(spot).SelectMany(typed.All).Where(v => v.Length > 0));

    /// <returns>What readers see of a value; null where there is nothing to see.</returns>
    public virtual FieldContent? Display(FieldDescriptor field, JsonNode value, Reading reading) => null;
}

/// <summary>Knows a field class of the kernel; members of its JSON that the class does not know are kept.</summary>
public abstract class FieldDriver<TField> : FieldDriver where TField : ContentField, new()
{
    public override bool Handles(FieldKind kind) => kind.Type == typeof(TField).Name;

    public override void Show(FieldSpot spot, JsonNode? value, TypedValues typed) => Show(spot, FieldOf(value), typed);

    public override JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors)
    {
        var field = FieldOf(before);
        Read(spot, field, typed, errors);
        return JsonSerializer.SerializeToNode(field, ContentDocument.Json);
    }

    public override FieldContent? Display(FieldDescriptor field, JsonNode value, Reading reading) => value is JsonObject ? Display(field, FieldOf(value), reading) : null;

    protected abstract void Show(FieldSpot spot, TField field, TypedValues typed);

    protected abstract void Read(FieldSpot spot, TField field, TypedValues typed, ICollection<FieldError> errors);

    protected virtual FieldContent? Display(FieldDescriptor field, TField value, Reading reading) => null;

    static TField FieldOf(JsonNode? value) => value?.Deserialize<TField>(ContentDocument.Json) ?? new();
}
