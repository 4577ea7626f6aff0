using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;
using Portal.Cms.Localization;
using Portal.Cms.Media;

namespace Portal.Cms.Display;

/// <summary>Turns editors' Markdown into safe HTML: raw HTML is off, and what comes out passes an allow-list, since Markdown alone lets <c>javascript:</c> links through.</summary>
/// <remarks>Rendering and cleaning a long article takes milliseconds, so the outcome is kept by its source text.</remarks>
/// <param name="catalogue">Null: pictures are shown as the text has them.</param>
public sealed class MarkdownRenderer(IMediaCatalogue? catalogue = null) : IDisposable
{
    readonly IMediaCatalogue media = catalogue ?? new NoMediaCatalogue();

    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseFootnotes().UsePipeTables().UseGridTables().UseListExtras().UseFigures().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).UseSmartyPants().Build();

    // Characters of source and HTML, at two bytes each. Whole pages are kept elsewhere (KeptViews); this is for texts that many pages share, and for the page of which only something else changed.
    readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 4 * 1024 * 1024 });

    /// <param name="idPrefix">Put before the ids of headings and footnotes, where several texts stand on one page.</param>
    public RenderedText Render(string? markdown, Culture culture, string idPrefix = "")
    {
        if (string.IsNullOrWhiteSpace(markdown)) return RenderedText.Empty;
        // Pictures bring what the library says of them, in the page's language.
        var key = markdown.Contains("/media/", StringComparison.Ordinal) ? (markdown, culture.Code, idPrefix, media.Stamp) : (markdown, culture.IsRendering ? culture.Code : "", idPrefix, 0L);
        if (cache.TryGetValue(key, out RenderedText? kept)) return kept!;

        var rendered = Make(markdown, culture, idPrefix);
        cache.Set(key, rendered, new MemoryCacheEntryOptions { Size = markdown.Length + rendered.Html.ToString()!.Length });
        return rendered;
    }

    RenderedText Make(string markdown, Culture culture, string idPrefix)
    {
        var document = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, Pipeline));
        var body = document.Body!;
        MarkNumbers(body);
        HtmlAllowList.Clean(body, idPrefix);
        LetTablesScroll(body);
        if (culture.IsRendering)
        {
            HtmlTransliteration.ToLatin(body);
            KeepScript(body, culture);
        }

        // After the letters: what the library says is in the page's already.
        MarkdownPictures.Fill(body, media, culture);
        var headings = body.QuerySelectorAll("h2[id]").Select(h => new Heading(h.Id!, h.TextContent)).ToList();
        return new(new HtmlString(body.InnerHtml), headings);
    }

    /// <summary>What a table aligns to the right are numbers. It is said by a style of the cell, which the allow-list takes away.</summary>
    static void MarkNumbers(IElement body)
    {
        foreach (var cell in body.QuerySelectorAll("[style*='text-align: right']")) cell.ClassName = "number";
    }

    /// <summary>A wide table scrolls by itself, also by keyboard, and takes its name from the heading above it; else a telephone would scroll the whole page sideways.</summary>
    static void LetTablesScroll(IElement body)
    {
        foreach (var table in body.QuerySelectorAll("table"))
        {
            var frame = table.Owner!.CreateElement("div");
            frame.ClassName = "table-scroll";
            frame.SetAttribute("tabindex", "0");
            if (HeadingAbove(table) is { } heading)
            {
                frame.SetAttribute("role", "group");
                frame.SetAttribute("aria-labelledby", heading.Id!);
            }

            table.Replace(frame);
            frame.Append(table);
        }
    }

    static IElement? HeadingAbove(IElement table)
    {
        var above = table.PreviousElementSibling;
        while (above is not null && !(above.LocalName is "h2" or "h3" or "h4" && above.Id is { Length: > 0 })) above = above.PreviousElementSibling;
        return above;
    }

    /// <summary>Links to pages of the same language stay in the script that the reader chose.</summary>
    static void KeepScript(IElement body, Culture culture)
    {
        foreach (var link in body.QuerySelectorAll($"a[href^='/{culture.ContentCode}/']"))
        {
            link.SetAttribute("href", $"/{culture.Code}{link.GetAttribute("href")![(culture.ContentCode.Length + 1)..]}");
        }
    }

    public void Dispose() => cache.Dispose();
}

/// <summary>A heading of the second level, for a table of contents.</summary>
public sealed record Heading(string Id, string Text);

/// <summary>Safe HTML of an editor's text, with its headings.</summary>
public sealed record RenderedText(IHtmlContent Html, IReadOnlyList<Heading> Headings)
{
    public static readonly RenderedText Empty = new(HtmlString.Empty, []);
}
