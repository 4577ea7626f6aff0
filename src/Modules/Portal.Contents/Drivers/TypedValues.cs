using Microsoft.AspNetCore.Http;

namespace Portal.Contents.Drivers;

/// <summary>What stands in the inputs of a form, by their names: the same whether it comes from an item or from somebody's typing, so that nothing typed is lost on the way back.</summary>
public sealed class TypedValues
{
    readonly Dictionary<string, string[]> values = new(StringComparer.Ordinal);

    /// <summary>Browsers send line ends as CR LF; texts hold LF.</summary>
    public static TypedValues Of(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> form)
    {
        var typed = new TypedValues();
        foreach (var (name, posted) in form) typed.Set(name, posted.Select(v => v ?? ""));
        return typed;
    }

    /// <summary>The first value of an input; empty where it has none.</summary>
    public string this[string name]
    {
        get => values.GetValueOrDefault(name)?.FirstOrDefault() ?? "";
        set => Set(name, [value]);
    }

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    public void Set(string name, IEnumerable<string> all) => values[name] = [.. all.Select(v => v.ReplaceLineEndings("\n"))];

    /// <summary>Whether anything but blanks was typed below a name.</summary>
    public bool HasAnyBelow(string prefix) => values.Any(v => v.Key.StartsWith(prefix, StringComparison.Ordinal) && v.Value.Any(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>The values of an input as one text; empty rows at its end do not count.</summary>
    public string Canonical(string name) => string.Join('\u0002', Filled(name));

    /// <summary>The same for an input whose values have no order.</summary>
    public string CanonicalSet(string name) => string.Join('\u0002', All(name).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Names of the inputs below a name.</summary>
    public IEnumerable<string> Below(string prefix) => values.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal));

    public void Remove(string name) => values.Remove(name);

    /// <summary>Every input with its values.</summary>
    public string ToJson() => System.Text.Json.JsonSerializer.Serialize(values, Cms.Content.ContentDocument.Json);

    public static TypedValues OfJson(string json)
    {
        var typed = new TypedValues();
        foreach (var (name, all) in System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string[]>>(json) ?? []) typed.Set(name, all);
        return typed;
    }

    IEnumerable<string> Filled(string name) => All(name).Reverse().SkipWhile(string.IsNullOrEmpty).Reverse();
}
