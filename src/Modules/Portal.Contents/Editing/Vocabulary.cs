using System.Reflection;

namespace Portal.Contents.Editing;

/// <summary>Keys with the English message ids of their names, from a static class with <c>All</c> and <c>NameOf</c>.</summary>
public sealed class Vocabulary
{
    public Vocabulary(Type source)
    {
        var keys = source.GetProperty("All", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as IEnumerable<string>;
        var name = source.GetMethod("NameOf", BindingFlags.Public | BindingFlags.Static, [typeof(string)]);
        if (keys is null || name is null) throw new InvalidOperationException($"{source.Name} is no vocabulary: it needs All, a list of keys, and NameOf(string).");
        All = [.. keys.Select(k => (k, (string)name.Invoke(null, [k])!))];
    }

    /// <param name="options">Values with the names that an administrator gave them.</param>
    public Vocabulary(IReadOnlyList<(string Key, string Name)> options) => All = options;

    public IReadOnlyList<(string Key, string Name)> All { get; }

    /// <returns>English message id, or the key itself where nobody knows it.</returns>
    public string NameOf(string key) => All.FirstOrDefault(c => c.Key == key) is { Name: { } name } ? name : key;
}
