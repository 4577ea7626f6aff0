using System.Reflection;
using Portal.Cms.Content;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>A property of a part as the form shows it, found out once.</summary>
public sealed class FieldDescriptor(PropertyInfo property, EditorAttribute editor, FieldDriver driver)
{
    readonly PicksAttribute? picks = property.GetCustomAttribute<PicksAttribute>();

    public string Name => property.Name;
    /// <summary>English message id.</summary>
    public string Label => editor.Label;
    /// <summary>English message id, or null.</summary>
    public string? Hint => editor.Hint;
    /// <summary>English message id of the heading it stands under, or null.</summary>
    public string? Group => editor.Group;
    public int Lines => editor.Lines;
    public bool IsRequired => editor.Required;
    public FieldDriver Driver => driver;
    /// <summary>All languages of a set share the value.</summary>
    public bool IsShared { get; } = property.IsDefined(typeof(SharedAttribute));
    public Vocabulary? Choices { get; } = editor.Choices is { } source ? new(source) : null;
    /// <summary>Content types that a picker may point to.</summary>
    public IReadOnlyList<string> Picks => picks?.Types ?? [];
    public bool PicksMany => picks?.Many == true;
}
