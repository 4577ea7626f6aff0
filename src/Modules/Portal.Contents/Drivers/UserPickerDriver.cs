using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>Accounts that an imported item names: kept and shown. Their ids belong to the site they come from, so nobody is chosen here.</summary>
public sealed class UserPickerDriver : FieldDriver<UserPickerField>
{
    public override string ViewOf(FieldSpot spot) => "_KeptField";

    public override IReadOnlyList<string> Inputs(FieldSpot spot) => [];

    protected override void Show(FieldSpot spot, UserPickerField field, TypedValues typed) => typed.Set(spot.Name, field.UserNames ?? field.UserIds);

    protected override void Read(FieldSpot spot, UserPickerField field, TypedValues typed, ICollection<FieldError> errors) { }

    protected override FieldContent? Display(FieldDescriptor field, UserPickerField value, Reading reading) => FieldContent.OfLines(value.UserNames ?? []);
}
