using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Portal.Cms.Localization;

namespace Portal.Site.Redirects;

/// <param name="Target">Where it leads; null = gone for good.</param>
public sealed record RedirectAnswer(string Id, RedirectRule Rule, string? Target);

/// <summary>All rules, ready to be asked. Addresses are compared without regard to the case of letters: former sites did not mind it.</summary>
/// <remarks>Of several rules the one with the most pairs of the query counts, then exact ones before prefixes, then the longest prefix; one for a language before one for all of them.</remarks>
public sealed class RedirectBook
{
    readonly ILookup<string, (string Id, RedirectRule Rule, Dictionary<string, StringValues> Query)> exact;
    readonly Dictionary<string, (string Id, RedirectRule Rule)> prefixes = new(StringComparer.OrdinalIgnoreCase);

    public RedirectBook(IEnumerable<(string Id, RedirectRule Rule)> rules)
    {
        var all = rules.ToList();
        exact = all.Where(r => !r.Rule.IsPrefix).Select(r => (r.Id, r.Rule, Parts: r.Rule.From.Split('?', 2)))
            .ToLookup(r => Key(r.Rule.Scope, r.Parts[0]), r => (r.Id, r.Rule, r.Parts.Length > 1 ? QueryHelpers.ParseQuery(r.Parts[1]) : []), StringComparer.OrdinalIgnoreCase);
        foreach (var (id, rule) in all.Where(r => r.Rule.IsPrefix)) prefixes[Key(rule.Scope, rule.From)] = (id, rule);
        Count = all.Count;
    }

    public int Count { get; }

    /// <param name="path">Decoded, with a slash at its beginning.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public RedirectAnswer? Find(string path, string query)
    {
        if (Count == 0) return null;
        path = "/" + path.Trim('/');
        return InScope(Redirect.WholeAddress, path, query, null)
            ?? (Culture.FromPath(path) is { } culture ? InScope(culture.ContentCode, Below(culture, path), query, culture) ?? InScope(Redirect.EveryCulture, Below(culture, path), query, culture) : null);
    }

    RedirectAnswer? InScope(string scope, string path, string query, Culture? culture)
    {
        var asked = QueryHelpers.ParseQuery(query);
        var fits = exact[Key(scope, path)].Where(r => r.Query.All(q => asked.TryGetValue(q.Key, out var value) && value == q.Value)).OrderByDescending(r => r.Query.Count).FirstOrDefault();
        if (fits.Rule is { } rule) return new(fits.Id, rule, Target(rule, "", culture));

        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (prefixes.TryGetValue(Key(scope, path[..end]), out var found)) return new(found.Id, found.Rule, Target(found.Rule, path[end..].TrimStart('/'), culture));
        }

        return null;
    }

    static string? Target(RedirectRule rule, string rest, Culture? culture)
    {
        if (rule.Status == 410) return null;
        var below = culture is not null && rule.To.StartsWith('/') ? $"/{culture.Code}{rule.To}" : rule.To;
        return rule.To.EndsWith('/') && rest.Length > 0 ? below + string.Join('/', rest.Split('/').Select(Uri.EscapeDataString)) : below.Length > 1 && rule.To == "/" ? below.TrimEnd('/') : below;
    }

    static string Below(Culture culture, string path) => path.Length > culture.Code.Length + 1 ? path[(culture.Code.Length + 1)..] : "/";

    static string Key(string scope, string path) => $"{scope}|{path}";
}
