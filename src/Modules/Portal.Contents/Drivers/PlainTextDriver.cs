using System.Reflection;
using System.Text.Json.Nodes;
using Portal.Cms;

namespace Portal.Contents.Drivers;

/// <summary>A part's own text, such as the title or the body.</summary>
public sealed class PlainTextDriver : FieldDriver
{
    public override bool Handles(PropertyInfo property) => property.PropertyType == typeof(string);

    public override string ViewOf(FieldSpot spot) => "_TextInput";

    public override void Show(FieldSpot spot, JsonNode? value, TypedValues typed) => typed[spot.Name] = (string?)value ?? "";

    public override JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors) =>
        spot.Field.Lines > 1 ? typed[spot.Name] : typed[spot.Name].Trim();
}
