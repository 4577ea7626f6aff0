using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>One field in its place on a form.</summary>
/// <param name="Name">Name of its input, and what the names of several inputs begin with; also the field's name in errors.</param>
/// <param name="Culture">Code of the language that the item is written in.</param>
/// <param name="Zone">IANA zone in which the part's wall times are meant.</param>
public sealed record FieldSpot(FieldDescriptor Field, string Name, string Culture, string Zone, PickerOptions Options)
{
    public string Sub(string member) => $"{Name}.{member}";
}
