using System.Collections.Frozen;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Media.Files;

/// <summary>Drawings (SVG) can hold scripts and fetch things. Here they are written anew from a list of harmless elements and attributes; one with anything that acts is refused as a whole, since somebody meant it.</summary>
public static partial class Drawing
{
    const string Svg = "http://www.w3.org/2000/svg", XLink = "http://www.w3.org/1999/xlink";
    const int MostElements = 20_000;

    static readonly FrozenSet<string> Elements = FrozenSet.Create(StringComparer.Ordinal,
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker",
        "filter", "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix", "feComposite", "feFlood", "feMerge", "feMergeNode", "feMorphology", "feDropShadow", "switch");

    /// <summary>Elements that act, load or hide: their presence is reason enough.</summary>
    static readonly FrozenSet<string> Acting = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "script", "foreignObject", "iframe", "object", "embed", "image", "feImage", "a", "style", "link", "set", "animate", "animateMotion", "animateTransform", "animateColor", "handler", "listener", "audio", "video", "canvas");

    static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.Ordinal,
        "id", "class", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "d", "points", "width", "height", "viewBox", "preserveAspectRatio", "version", "transform", "rotate", "role", "aria-label", "aria-labelledby", "aria-hidden", "lang", "fill", "fill-opacity", "fill-rule", "stroke",
        "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "stroke-opacity", "opacity", "color", "clip-path", "clip-rule", "clipPathUnits", "mask", "maskUnits", "maskContentUnits", "marker-start", "marker-mid", "marker-end", "markerWidth", "markerHeight", "markerUnits", "refX", "refY",
        "orient", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits", "patternContentUnits", "patternTransform", "filter", "filterUnits", "primitiveUnits", "in", "in2", "result", "stdDeviation", "mode", "type", "values", "operator", "k1", "k2", "k3", "k4", "radius", "flood-color",
        "flood-opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline", "alignment-baseline", "letter-spacing", "word-spacing", "textLength", "lengthAdjust", "startOffset", "visibility", "display", "overflow", "vector-effect", "shape-rendering", "text-rendering", "paint-order", "href", "style");

    /// <returns>The drawing without what programs wrote into it about its author; null where it is none, or acts.</returns>
    public static string? Clean(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = MediaKind.Svg.Largest });
            var root = XDocument.Load(reader).Root!;
            if (root.Name != XName.Get("svg", Svg) || root.DescendantsAndSelf().Skip(MostElements).Any() || root.DescendantsAndSelf().Any(Acts) || Explodes(root)) return null;

            foreach (var foreign in root.Descendants().Where(e => e.Name.NamespaceName != Svg || !Elements.Contains(e.Name.LocalName)).ToList()) if (foreign.Parent is not null) foreign.Remove();
            foreach (var element in root.DescendantsAndSelf())
            {
                foreach (var attribute in element.Attributes().Where(a => !IsKept(a)).ToList()) attribute.Remove();
            }

            return root.ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException) { return null; }
    }

    /// <summary>Whether what refers to itself again and again would draw more than a browser can: a few lines of <c>use</c> that double each other stop every page they are shown on.</summary>
    static bool Explodes(XElement root)
    {
        var named = root.DescendantsAndSelf().Where(e => e.Attribute("id") is not null).DistinctBy(e => e.Attribute("id")!.Value, StringComparer.Ordinal).ToDictionary(e => e.Attribute("id")!.Value, StringComparer.Ordinal);
        var (waiting, drawn) = (new Stack<XElement>([root]), 0);
        while (waiting.TryPop(out var element))
        {
            if (++drawn > MostElements) return true;
            foreach (var child in element.Elements()) waiting.Push(child);
            foreach (var reference in element.Attributes().Where(a => a.Name.LocalName == "href")) if (named.TryGetValue(reference.Value.TrimStart('#'), out var target)) waiting.Push(target);
        }

        return false;
    }

    static bool Acts(XElement element) => Acting.Contains(element.Name.LocalName) || element.Attributes().Any(Acts);

    static bool Acts(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration) return false;
        var name = attribute.Name.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return true;
        // Only to a part of itself.
        if (name.Equals("href", StringComparison.OrdinalIgnoreCase)) return !attribute.Value.StartsWith('#');
        return !References().Replace(attribute.Value, "").All(c => c != '\\') || Loading().IsMatch(References().Replace(attribute.Value, ""));
    }

    static bool IsKept(XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration) return attribute.Value is Svg or XLink;
        if (attribute.Name.NamespaceName == XLink) return attribute.Name.LocalName == "href";
        return attribute.Name.NamespaceName is "" or "http://www.w3.org/XML/1998/namespace" && (Attributes.Contains(attribute.Name.LocalName) || attribute.Name.LocalName == "space");
    }

    [GeneratedRegex(@"url\(\s*[""']?#[\w.-]+[""']?\s*\)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex References();

    [GeneratedRegex(@"url\s*\(|@import|expression\s*\(|javascript:|data:|-moz-binding|behavior\s*:", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loading();
}
