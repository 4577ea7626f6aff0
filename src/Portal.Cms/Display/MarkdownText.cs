using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
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

        foreach (var block in Markdown.Parse(markdown, Pipeline).Descendants<LeafBlock>())
        {
            if (TextOf(block) is { Length: > 0 } text) yield return text;
        }
    }

    /// <summary>What stands between two cells of a row.</summary>
    const string Cell = " | ";

    /// <returns>The same, with each row of a table as one line: for comparing texts, where a cell alone says nothing.</returns>
    public static IEnumerable<string> Lines(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown)) yield break;

        foreach (var block in Markdown.Parse(markdown, Pipeline).Descendants().OfType<Block>())
        {
            if (block is TableRow row) yield return string.Join(Cell, row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(TextOf))));
            else if (block is LeafBlock leaf && !IsInTable(leaf) && TextOf(leaf) is { Length: > 0 } text) yield return text;
        }
    }

    static bool IsInTable(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is TableRow) return true;
        }

        return false;
    }

    static string TextOf(LeafBlock block)
    {
        var text = new StringBuilder();
        if (block.Inline is { } inline) Write(inline, text);
        else if (block is CodeBlock code) text.Append(code.Lines.ToString());
        return text.ToString();
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
