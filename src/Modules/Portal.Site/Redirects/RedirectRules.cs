using Microsoft.AspNetCore.WebUtilities;
using Portal.Cms;
using Portal.Cms.Localization;

namespace Portal.Site.Redirects;

/// <summary>A rule as it is typed or read from a file.</summary>
public sealed record RedirectRule(string Scope, string From, bool IsPrefix, string To, int Status)
{
    public static RedirectRule Of(Redirect redirect) => new(redirect.Scope, redirect.From, redirect.IsPrefix, redirect.To, redirect.Status);
}

/// <summary>What a rule has to look like.</summary>
public static class RedirectRules
{
    const int Longest = 500;

    static readonly string[] Reserved = ["/admin", "/api", "/account", "/sign-in"];

    /// <summary>The rule in the form in which it is stored, whole addresses of a former site cut to what follows their host.</summary>
    public static RedirectRule Normalised(RedirectRule typed)
    {
        var scope = typed.Scope.Trim();
        return typed with { Scope = scope, From = Path(typed.From), To = typed.Status == 410 ? "" : Target(typed.To.Trim()) };
    }

    public static IEnumerable<FieldError> Check(RedirectRule rule)
    {
        if (rule.Scope is not (Redirect.WholeAddress or Redirect.EveryCulture) && Culture.ContentCultures.All(c => c.Code != rule.Scope)) yield return new("Scope", "One of {0}.", $"*, {string.Join(", ", Culture.ContentCultures)}");
        if (!Redirect.Statuses.Contains(rule.Status)) yield return new("Status", "One of {0}.", string.Join(", ", Redirect.Statuses));
        if (rule.From.Length > Longest) yield return new("From", "At most {0} characters are possible here.", Longest);
        if (rule.From.Any(char.IsControl) || rule.To.Any(char.IsControl)) yield return new("From", "The text contains a character that cannot be stored.");
        if (rule.From == "/" || (rule.Scope.Length == 0 && Reserved.Any(r => rule.From == r || rule.From.StartsWith(r + "/", StringComparison.OrdinalIgnoreCase)))) yield return new("From", "This address belongs to the portal itself.");
        if (rule.IsPrefix && rule.From.Contains('?', StringComparison.Ordinal)) yield return new("From", "A rule for everything below an address has no question mark.");
        if (rule.Status != 410 && rule.To.Length == 0) yield return new("To", "Say where the address leads.");
        if (rule.To.Length > Longest) yield return new("To", "At most {0} characters are possible here.", Longest);
        if (rule.To.Length > 0 && !IsPath(rule.To) && !IsWeb(rule.To)) yield return new("To", "A path of this site, or an address that begins with https:// or http://.");
    }

    /// <returns>What keeps the rule from being added to others: a chain or a circle, by name; null = nothing.</returns>
    /// <param name="others">All other rules.</param>
    public static FieldError? Chain(RedirectRule rule, IReadOnlyCollection<RedirectRule> others)
    {
        var book = new RedirectBook(others.Select(o => (Id: "", Rule: o)));
        foreach (var example in Examples(rule))
        {
            if (Follow(rule, example) is not { } target) continue;
            if (new RedirectBook([("", rule)]).Find(target.Path, target.Query) is not null) return new("To", "The rule would lead to itself: {0}.", Written(rule));
            if (book.Find(target.Path, target.Query) is { } next) return new("To", "The target is led on by another rule: {0}. Lead there directly.", Written(next.Rule));
        }

        var own = new RedirectBook([("", rule)]);
        foreach (var other in others)
        {
            foreach (var example in Examples(other))
            {
                if (Follow(other, example) is { } target && own.Find(target.Path, target.Query) is not null) return new("From", "Another rule leads to this address: {0}. Change it first.", Written(other));
            }
        }

        return null;
    }

    /// <summary>The rule in one line, for people.</summary>
    public static string Written(RedirectRule rule) =>
        $"{(rule.Scope.Length == 0 ? "" : "/" + rule.Scope)}{rule.From}{(rule.IsPrefix ? "/*" : "")} → {(rule.Status == 410 ? "410" : rule.To)}";

    /// <summary>Where a rule leads from an address, if it is a place of this site.</summary>
    static (string Path, string Query)? Follow(RedirectRule rule, (string Path, string Query) from) =>
        new RedirectBook([("", rule)]).Find(from.Path, from.Query) is { Target: { } to } && IsPath(to) ? Split(to) : null;

    /// <summary>Addresses that the rule answers: one for each language it counts in.</summary>
    static IEnumerable<(string Path, string Query)> Examples(RedirectRule rule)
    {
        var (path, query) = Split(rule.From);
        string[] cultures = rule.Scope switch
        {
            Redirect.WholeAddress => [""],
            Redirect.EveryCulture => [.. Culture.All.Select(c => "/" + c.Code)],
            _ => ["/" + rule.Scope],
        };
        return cultures.Select(c => (c + path, query));
    }

    static (string Path, string Query) Split(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (address, "") : (address[..mark], address[mark..]);
    }

    static string Path(string typed)
    {
        var text = typed.Trim();
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") text = uri.PathAndQuery;
        var (path, query) = Split(text);
        path = "/" + Uri.UnescapeDataString(path).Trim('/');
        return query.Length > 1 ? path + QueryHelpers.AddQueryString("", QueryHelpers.ParseQuery(query).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => KeyValuePair.Create(q.Key, (string?)q.Value))) : path;
    }

    static string Target(string typed) => typed.Length == 0 || IsWeb(typed) || typed.StartsWith('/') || typed.Contains(':', StringComparison.Ordinal) ? typed : "/" + typed;

    static bool IsPath(string to) => to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.StartsWith("/\\", StringComparison.Ordinal);

    static bool IsWeb(string to) => Uri.TryCreate(to, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
