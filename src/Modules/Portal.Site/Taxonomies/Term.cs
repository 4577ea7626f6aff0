using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.Site.Taxonomies;

/// <summary>A term with its names in all languages.</summary>
/// <param name="Names">By culture code.</param>
/// <param name="ItemIds">Content item ids by culture code.</param>
/// <param name="Parent">Set of the term that it is part of.</param>
/// <param name="Uses">Public sets that point to it.</param>
public sealed record Term(string Set, string Taxonomy, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> ItemIds, string? Parent, bool IsRetired, int Uses, Theme? Theme, Municipality? Municipality)
{
    /// <returns>The name in a culture, or in another where it has none there.</returns>
    public (string Name, string? Lang) In(Culture culture)
    {
        if (Names.TryGetValue(culture.ContentCode, out var own)) return (culture.Render(own), null);
        var other = Names.OrderBy(n => n.Key == Culture.En.Code ? 0 : 1).ThenBy(n => n.Key, StringComparer.Ordinal).First();
        return (other.Value, Culture.TryFrom(other.Key, out var known) ? known.HtmlLang : other.Key);
    }
}

/// <summary>Puts terms in the order of a language's alphabet, parts after their whole.</summary>
public static class TermOrder
{
    public static IReadOnlyList<Term> By(Culture culture, IReadOnlyCollection<Term> terms)
    {
        var compare = StringComparer.Create(culture.FormatCulture, ignoreCase: true);
        var ordered = terms.OrderBy(t => t.Names.ContainsKey(culture.ContentCode) ? 0 : 1).ThenBy(t => t.In(culture).Name, compare).ThenBy(t => t.Set, StringComparer.Ordinal).ToList();
        var known = terms.Select(t => t.Set).ToHashSet(StringComparer.Ordinal);
        return [.. ordered.Where(t => t.Parent is null || !known.Contains(t.Parent)).SelectMany(t => ordered.Where(p => p.Parent == t.Set).Prepend(t))];
    }
}
