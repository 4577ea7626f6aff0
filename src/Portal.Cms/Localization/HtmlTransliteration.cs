using AngleSharp.Dom;

namespace Portal.Cms.Localization;

/// <summary>
/// Renders Serbian HTML in Latin script: text and the attributes that are read aloud or shown. Code, what a
/// person typed into a field, other languages and whatever is marked <c>data-verbatim</c> stay as they are.
/// </summary>
public static class HtmlTransliteration
{
    static readonly string[] Attributes = ["alt", "title", "aria-label", "placeholder"];

    public static void ToLatin(IDocumentFragment fragment) => Walk(fragment);

    public static void ToLatin(IElement element) => Walk(element);

    /// <summary>Walks with a stack of its own: the depth of a document is its author's choice, not ours.</summary>
    static void Walk(INode root)
    {
        var open = new Stack<(INode Node, bool Serbian)>();
        open.Push((root, true));
        while (open.TryPop(out var current))
        {
            var (node, serbian) = current;
            if (node is IText text)
            {
                if (serbian)
                    Replace(text);
                continue;
            }

            if (node is IElement element)
            {
                if (element.HasAttribute("data-verbatim"))
                    continue;
                serbian = element.GetAttribute("lang") is { } lang ? IsCyrillicSerbian(lang) : serbian;
                if (serbian)
                    ReplaceAttributes(element);
                if (HasVerbatimContent(element))
                    continue;
            }

            foreach (var child in node.ChildNodes)
                open.Push((child, serbian));
        }
    }

    static void Replace(IText text)
    {
        var latin = Transliterator.ToLatinExceptAddresses(text.Data);
        if (!ReferenceEquals(latin, text.Data))
            text.Data = latin;
    }

    static void ReplaceAttributes(IElement element)
    {
        foreach (var name in Attributes)
        {
            if (element.GetAttribute(name) is not { } value)
                continue;
            var latin = Transliterator.ToLatinExceptAddresses(value);
            if (!ReferenceEquals(latin, value))
                element.SetAttribute(name, latin);
        }
    }

    static bool HasVerbatimContent(IElement element) =>
        element.LocalName is "code" or "pre" or "script" or "style" or "textarea";

    /// <summary>The nearest lang decides, so a Serbian quotation inside an English passage is Serbian again.</summary>
    static bool IsCyrillicSerbian(string lang)
    {
        var subtags = lang.Split('-');
        return subtags[0].Equals("sr", StringComparison.OrdinalIgnoreCase) && !subtags.Contains("Latn", StringComparer.OrdinalIgnoreCase);
    }
}
