using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Portal.Cms.Content;

/// <summary>The beginning of a text, cut where a reader would pause.</summary>
public static class Excerpt
{
    /// <summary>What search engines and previews say of a page that has no summary of its own: the beginning of its text, in its own letters.</summary>
    public static string ForPrograms(ContentDocument document) => Of(OfMarkdown(document.As<MarkdownBodyPart>()?.Markdown), 200);

    /// <returns>The text of the first paragraph of Markdown, without its marks; empty where there is none.</returns>
    public static string OfMarkdown(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) return "";

        var first = Markdown.Parse(markdown).OfType<ParagraphBlock>().FirstOrDefault();
        if (first is null) return "";

        var plain = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(plain) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        renderer.Render(first);
        return plain.ToString().ReplaceLineEndings(" ").Trim();
    }

    /// <returns>The whole text if it is short enough, else its first sentences, else its first words with an ellipsis.</returns>
    public static string Of(string text, int length)
    {
        text = text.Trim();
        if (text.Length <= length) return text;

        for (var i = length - 1; i > length / 3; i--)
        {
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && !char.IsDigit(text[i - 1])) return text[..(i + 1)];
        }

        var space = text.LastIndexOf(' ', length);
        return text[..(space > 0 ? space : length)].TrimEnd(',', ';', ':', ' ') + "…";
    }
}
