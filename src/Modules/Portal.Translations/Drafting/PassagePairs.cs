using Portal.Cms.Content;
using System.Text.Json;
using Portal.Translations.Alignment;

namespace Portal.Translations.Drafting;

/// <summary>Which passage of a translation belongs to which of its source, by the hashes of both, for each field.</summary>
public sealed class PassagePairs
{
    readonly Dictionary<string, List<string[]>> byField;

    public PassagePairs() => byField = new(StringComparer.Ordinal);

    PassagePairs(Dictionary<string, List<string[]>> byField) => this.byField = byField;

    public static PassagePairs Parse(string? json) =>
        json is null ? new() : new(new(JsonSerializer.Deserialize<Dictionary<string, List<string[]>>>(json)!, StringComparer.Ordinal));

    /// <returns>Hashes of source passages by the hash of the translation.</returns>
    public ILookup<string, string> Of(string field) => byField.GetValueOrDefault(field, []).ToLookup(p => p[1], p => p[0], StringComparer.Ordinal);

    public void Add(string field, string source, string target)
    {
        if (!byField.TryGetValue(field, out var pairs)) byField.Add(field, pairs = []);
        pairs.Add([Passages.Hash(source), Passages.Hash(target)]);
    }

    public override string ToString() => JsonSerializer.Serialize(byField);
}
