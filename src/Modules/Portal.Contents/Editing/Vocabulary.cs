using System.Reflection;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Contents.Editing;

/// <summary>What can be chosen in a field: keys with the English message ids of their names, in the order in which the form shows them.</summary>
/// <remarks>What an administrator calls a key stands in the catalogues of messages in the field's context (<see cref="Definitions.ChoiceWords"/>), so that pages which know nothing of forms say it too.</remarks>
public sealed class Vocabulary
{
    readonly IReadOnlyList<string> hidden;

    /// <param name="source">A static class with <c>All</c> and <c>NameOf</c>.</param>
    /// <param name="context">The field: <c>Part.Field</c>.</param>
    /// <param name="stored">What an administrator said about the field; null = nothing.</param>
    public Vocabulary(Type source, string context, FieldDefinition? stored)
    {
        var keys = source.GetProperty("All", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as IEnumerable<string>;
        var name = source.GetMethod("NameOf", BindingFlags.Public | BindingFlags.Static, [typeof(string)]);
        if (keys is null || name is null) throw new InvalidOperationException($"{source.Name} is no vocabulary: it needs All, a list of keys, and NameOf(string).");

        var order = stored?.Options.Select(o => o.Value).ToList() ?? [];
        // A key that came to the code later has no place yet: it stands behind.
        All = [.. keys.Select(k => (Key: k, Name: (string)name.Invoke(null, [k])!)).OrderBy(c => order.IndexOf(c.Key) is >= 0 and var at ? at : order.Count)];
        (Context, hidden) = (context, stored?.HiddenOptions ?? []);
    }

    /// <summary>Of a field that an administrator or a recipe added.</summary>
    public Vocabulary(FieldDefinition stored, string context) => (All, Context, hidden) = (stored.Options, context, stored.HiddenOptions);

    public IReadOnlyList<(string Key, string Name)> All { get; }

    /// <summary>The field: the context of the messages.</summary>
    public string Context { get; }

    /// <summary>What can be chosen now, and what the item has already.</summary>
    public IEnumerable<(string Key, string Name)> OfferedWith(IReadOnlyCollection<string> chosen) =>
        All.Where(c => IsOffered(c.Key) || chosen.Contains(c.Key, StringComparer.Ordinal)).Concat(chosen.Where(v => v.Length > 0 && !Knows(v)).Select(v => (v, v)));

    public bool IsOffered(string key) => !hidden.Contains(key, StringComparer.Ordinal);

    /// <summary>Whether somebody may choose the key who has not got it.</summary>
    public bool Takes(string key) => Knows(key) && IsOffered(key);

    /// <summary>In the reader's language; the key itself where nobody knows it.</summary>
    public string NameIn(IStringLocalizer text, string key) => All.FirstOrDefault(c => c.Key == key) is { Name: { } name } ? text.InContext(Context)[name] : key;

    bool Knows(string key) => All.Any(c => c.Key == key);
}
