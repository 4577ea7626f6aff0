namespace Portal.Contents.Editing;

/// <summary>An item that a picker can point to.</summary>
/// <param name="Lang">Value of <c>lang</c> where its name is not in the editor's language.</param>
public sealed record PickerOption(string Set, string Name, string? Lang);

/// <summary>What the pickers of a form choose from, by content type.</summary>
public sealed class PickerOptions(IReadOnlyDictionary<string, IReadOnlyList<PickerOption>> byType)
{
    public static readonly PickerOptions None = new(new Dictionary<string, IReadOnlyList<PickerOption>>(StringComparer.Ordinal));

    public IReadOnlyList<PickerOption> Of(string contentType) => byType.GetValueOrDefault(contentType) ?? [];

    public bool Has(IEnumerable<string> types, string set) => types.Any(t => Of(t).Any(o => o.Set == set));
}
