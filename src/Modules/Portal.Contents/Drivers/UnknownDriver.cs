using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>A kind of field that nobody here knows: the form says that it is kept, and nothing touches it.</summary>
public sealed class UnknownDriver : FieldDriver
{
    public static readonly UnknownDriver Only = new();

    public override bool Handles(FieldKind kind) => true;

    public override string ViewOf(FieldSpot spot) => "_KeptField";

    public override IReadOnlyList<string> Inputs(FieldSpot spot) => [];

    public override void Show(FieldSpot spot, JsonNode? value, TypedValues typed) { }

    public override JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors) => before?.DeepClone();
}
