namespace Portal.Contents.Editing;

/// <summary>What decides which driver knows a field.</summary>
/// <param name="Part">Name of the part as definitions know it, such as <c>TitlePart</c>.</param>
/// <param name="Field">The field's own name.</param>
/// <param name="Type">Name of the field class, such as <c>TextField</c>; <see cref="OwnText"/> for a part's own text.</param>
public sealed record FieldKind(string Part, string Field, string Type)
{
    /// <summary>The value is a text in the part itself, as the title is.</summary>
    public const string OwnText = "String";

    /// <summary>Such as <c>PolicyAnalysis.Kind</c>.</summary>
    public string Path => $"{Part}.{Field}";
}
