using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Portal.Cms.Display;

/// <summary>Removes from HTML whatever is not known to be harmless: elements, attributes, address schemes (in the manner of the OWASP cheat sheet on cross-site scripting: allow, never block).</summary>
public static class HtmlAllowList
{
    static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "em", "strong", "b", "i", "del", "ins", "sub", "sup", "small", "cite", "q", "abbr",
        "a", "img", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "div", "section", "span");

    static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "id", "class", "href", "src", "alt", "title", "lang", "dir", "colspan", "rowspan", "scope", "start", "type", "width", "height", "role", "aria-label");

    /// <summary>Elements whose text must go with them; of all others the text stays.</summary>
    static readonly FrozenSet<string> Silent = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "form", "textarea", "select");

    /// <param name="root">Cleaned in place.</param>
    /// <param name="idPrefix">Put before every id and before links to ids on the same page.</param>
    public static void Clean(IElement root, string idPrefix = "")
    {
        foreach (var element in root.QuerySelectorAll("*").Reverse().ToList())
        {
            if (!Elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            {
                if (Silent.Contains(element.LocalName)) element.Remove();
                else element.Replace([.. element.ChildNodes]);
                continue;
            }

            foreach (var attribute in element.Attributes.ToList())
            {
                if (!Attributes.Contains(attribute.LocalName) || (attribute.LocalName is "href" or "src" && !IsHarmless(attribute.Value))) element.RemoveAttribute(attribute.Name);
            }

            Localise(element, idPrefix);
        }
    }

    /// <summary>Whether an address leads to the web, to a mail program or to a place of this site.</summary>
    public static bool IsHarmless(string address)
    {
        // Browsers skip control characters and spaces inside a scheme: "java\nscript:".
        var plain = string.Concat(address.Where(c => c > ' ' && c != '\u007f'));
        if (plain.StartsWith("//", StringComparison.Ordinal) || plain.StartsWith("/\\", StringComparison.Ordinal)) return false;
        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        var slash = plain.AsSpan().IndexOfAny('/', '?', '#');
        if (colon < 0 || (slash >= 0 && slash < colon)) return true;
        return plain[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }

    static void Localise(IElement element, string idPrefix)
    {
        if (element.LocalName == "a" && element.GetAttribute("href") is { } href)
        {
            if (href.StartsWith('#')) element.SetAttribute("href", "#" + idPrefix + href[1..]);
            else if (href.StartsWith("http", StringComparison.OrdinalIgnoreCase)) element.SetAttribute("rel", "noopener");
        }

        if (idPrefix.Length > 0 && element.Id is { Length: > 0 } id) element.Id = idPrefix + id;
        if (element.LocalName == "img") element.SetAttribute("loading", "lazy");
    }
}
