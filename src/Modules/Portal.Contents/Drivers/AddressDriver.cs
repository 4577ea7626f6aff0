using System.Text.Json.Nodes;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>The item's address below its language. In JSON the path begins with the language; on the form that part stands before the input.</summary>
public sealed class AddressDriver : FieldDriver
{
    public override bool Handles(FieldKind kind) => kind.Part == nameof(AutoroutePart) && kind.Field == nameof(AutoroutePart.Path);

    public override string ViewOf(FieldSpot spot) => "_AddressInput";

    public override void Show(FieldSpot spot, JsonNode? value, TypedValues typed)
    {
        var path = (string?)value ?? "";
        typed[spot.Name] = path.StartsWith(Prefix(spot), StringComparison.Ordinal) ? path[Prefix(spot).Length..] : path;
    }

    public override JsonNode? Read(FieldSpot spot, JsonNode? before, TypedValues typed, ICollection<FieldError> errors)
    {
        var path = typed[spot.Name].Trim().Trim('/');
        return path.Length == 0 ? null : Prefix(spot) + path;
    }

    static string Prefix(FieldSpot spot) => spot.Culture + "/";
}
