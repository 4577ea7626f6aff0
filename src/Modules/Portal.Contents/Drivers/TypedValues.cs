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

    /// <summary>Whether an input holds the same in both; empty rows at its end do not count.</summary>
    public bool Agrees(TypedValues other, string name) => Filled(name).SequenceEqual(other.Filled(name), StringComparer.Ordinal);

    IEnumerable<string> Filled(string name) => All(name).Reverse().SkipWhile(string.IsNullOrEmpty).Reverse();
}
