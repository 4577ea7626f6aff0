namespace Portal.Contents.Editing;

/// <summary>Something that a picker can point to.</summary>
/// <param name="Value">What the field holds: a localization set, an item's id or a term's.</param>
/// <param name="Lang">Value of <c>lang</c> where its name is not in the editor's language.</param>
/// <param name="Depth">How many terms it stands below.</param>
public sealed record PickerOption(string Value, string Name, string? Lang, int Depth = 0);

/// <summary>What the pickers of a form choose from, by what they point to (<see cref="SourcesOf"/>).</summary>
/// <param name="tooMany">Sources that have more than a list can hold: it holds what is chosen and what was searched for.</param>
public sealed class PickerOptions(IReadOnlyDictionary<string, IReadOnlyList<PickerOption>> bySource, IReadOnlySet<string>? tooMany = null)
{
    public static readonly PickerOptions None = new(new Dictionary<string, IReadOnlyList<PickerOption>>(StringComparer.Ordinal));

    /// <summary>What single items and terms are listed under, before the type's name or the taxonomy's id.</summary>
    public const string Items = "item:", Terms = "term:";

    public IReadOnlyList<PickerOption> Of(string source) => bySource.GetValueOrDefault(source) ?? [];

    public bool IsSearched(FieldDescriptor field) => SourcesOf(field).Any(s => tooMany?.Contains(s) == true);

    public bool Has(FieldDescriptor field, string value) => NameOf(field, value) is not null;

    public string? NameOf(FieldDescriptor field, string value) => SourcesOf(field).SelectMany(Of).FirstOrDefault(o => o.Value == value)?.Name;

    /// <summary>Content types for pickers of sets; the same marked for pickers of single items; the taxonomy for terms.</summary>
    public static IEnumerable<string> SourcesOf(FieldDescriptor field) => field.Kind.Type switch
    {
        nameof(Cms.Content.ContentPickerField) => field.Picks.Select(t => Items + t),
        nameof(Cms.Content.TaxonomyField) => field.Definition?.Own("TaxonomyContentItemId") is { } taxonomy ? [Terms + taxonomy] : [],
        _ => field.Picks,
    };
}
