using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Contents.Definitions;
using Portal.Contents.Editing;

namespace Portal.Contents.ViewModels;

/// <summary>What was typed to add a field.</summary>
public sealed record AddFieldForm(string? Label = null, string? FieldType = null, string? Name = null, Problem? Problem = null)
{
    public FieldError? ErrorOf(string field) => Problem?.Errors.FirstOrDefault(e => e.Field == field);
}

/// <summary>What was typed to make a type.</summary>
public sealed record NewTypeForm
{
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, string> ListNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public string? Name { get; init; }
    public bool HasPages { get; init; } = true;
    public TypeFlags Flags { get; init; } = new(IsCreatable: true, IsListable: true);
    public IReadOnlyList<string> Parts { get; init; } = [nameof(MarkdownBodyPart)];
    public Problem? Problem { get; init; }

    public FieldError? ErrorOf(string field) => Problem?.Errors.FirstOrDefault(e => e.Field == field);
}

/// <summary>Inputs for what a type is called in each language.</summary>
/// <param name="Name">What the inputs' names begin with.</param>
/// <param name="Words">By culture.</param>
public sealed record TypeNamesForm(string Name, string Legend, string Hint, IReadOnlyDictionary<string, string> Words, Problem? Problem = null)
{
    public bool IsWrongIn(Culture culture) => Problem?.Errors.Any(e => e.Field == $"{Name}.{culture.Code}") == true;
}

/// <summary>A content type with its parts and fields.</summary>
/// <param name="PartsOfCode">Parts that its module gave it, which stay.</param>
public sealed record TypeDefinitionView(ContentTypeDefinition Type, IReadOnlyList<PartDescriptor> Parts, IReadOnlyList<string> PartsOfCode, AddFieldForm Add);

/// <summary>What is typed about one value of a choice.</summary>
public sealed class ChoiceForm
{
    public string Value { get; init; } = "";
    /// <summary>By culture.</summary>
    public Dictionary<string, string?> Names { get; init; } = new(StringComparer.Ordinal);
    public int? Place { get; init; }
    public bool Offered { get; init; }
}

/// <summary>One field, to be changed.</summary>
public sealed record FieldDefinitionView(ContentTypeDefinition Type, string Part, FieldDescriptor Field)
{
    public Problem? Problem { get; init; }
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Field.Labels;
    public IReadOnlyDictionary<string, string> Hints { get; init; } = Field.Hints;
    public string Options { get; init; } = string.Join('\n', (Field.Definition?.Options ?? []).Select(o => o.Value == o.Name ? o.Value : $"{o.Value} | {o.Name}"));
    public IReadOnlyList<ChoiceForm> Choices { get; init; } = [.. (Field.Choices?.All ?? []).Select((c, index) => new ChoiceForm
    {
        Value = c.Key, Names = (Field.Definition?.OptionNames.GetValueOrDefault(c.Key) ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(n => n.Key, n => (string?)n.Value, StringComparer.Ordinal),
        Place = index + 1, Offered = Field.Choices!.IsOffered(c.Key),
    })];
    public bool IsRequired { get; init; } = Field.IsRequired;
    public bool IsShared { get; init; } = Field.IsShared;
    public bool IsLong { get; init; } = Field.Lines > 1;
    public IReadOnlyList<string> Picks { get; init; } = Field.Picks;
    public bool PicksMany { get; init; } = Field.PicksMany;
    public bool IsHidden { get; init; } = Field.IsHidden;

    public string Address => $"/admin/definitions/{Type.Name}/{Part}/{Field.Name}";
}
