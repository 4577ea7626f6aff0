namespace Portal.Cms.Content;

/// <summary>Puts a property of a part on the edit form. A property without it keeps its value and is not shown there.</summary>
/// <param name="label">English message id.</param>
/// <param name="hint">English message id of what whoever fills it in has to know; null where the label says it all.</param>
/// <param name="group">English message id of the heading that fields in a row stand under; null = none of its own.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EditorAttribute(string label, string? hint = null, string? group = null) : Attribute
{
    public string? Group => group;
    public string Label => label;
    public string? Hint => hint;

    /// <summary>Rows of the input; with more than one, the text may have several lines.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>A vocabulary: a static class with the keys in <c>All</c> and their English message ids in <c>NameOf(key)</c>.</summary>
    public Type? Choices { get; init; }

    /// <summary>English message id of what can be unfolded at the end of the form, with what a writer needs last; null = the field stands in its place.</summary>
    public string? Fold { get; init; }

    /// <summary>Nothing is saved without it.</summary>
    public bool Required { get; init; }
}

/// <summary>Says to which content types a picker field may point.</summary>
/// <param name="types">Names of content types.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PicksAttribute(params string[] types) : Attribute
{
    public IReadOnlyList<string> Types => types;

    /// <summary>To more than one item.</summary>
    public bool Many { get; init; }
}

/// <summary>The field holds the order of a bag's items, by their ids, for all languages. Moving the items on the form writes it.</summary>
/// <param name="bag">Name of the bag.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OrderOfAttribute(string bag) : Attribute
{
    public string Bag => bag;
}
