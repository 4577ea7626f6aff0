using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Cms.Display;

/// <summary>The words of an editor's Markdown without its signs.</summary>
public static class MarkdownText
{
    /// <summary>The same dialect as the pages', without what only changes how it looks.</summary>
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseFootnotes().UsePipeTables().UseGridTables().UseListExtras().UseFigures().Build();

    /// <returns>Paragraphs, headings, list items and table cells in order, each as one line.</returns>
    public static IEnumerable<string> Paragraphs(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) yield break;

        var text = new StringBuilder();
        foreach (var block in Markdown.Parse(markdown, Pipeline).Descendants<LeafBlock>())
        {
            text.Clear();
            if (block.Inline is { } inline) Write(inline, text);
            else if (block is CodeBlock code) text.Append(code.Lines.ToString());
            if (text.Length > 0) yield return text.ToString();
        }
    }

    static void Write(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case LineBreakInline: text.Append(' '); break;
                case ContainerInline inner: Write(inner, text); break;
            }
        }
    }
}
