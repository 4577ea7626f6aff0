using Portal.Cms;
using Portal.Cms.Content;

namespace Portal.Contents.Drivers;

public sealed class BooleanDriver : FieldDriver<BooleanField>
{
    /// <summary>What the box sends when it is ticked.</summary>
    public const string Yes = "true";

    public override string ViewOf(FieldSpot spot) => "_Checkbox";

    protected override void Show(FieldSpot spot, BooleanField field, TypedValues typed) => typed[spot.Name] = field.Value ? Yes : "";

    protected override void Read(FieldSpot spot, BooleanField field, TypedValues typed, ICollection<FieldError> errors) => field.Value = typed[spot.Name] == Yes;
}
