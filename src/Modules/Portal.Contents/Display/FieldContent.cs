using Microsoft.AspNetCore.Html;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Contents.Display;

/// <summary>Who reads: the culture, and what makes pages of texts.</summary>
public sealed record Reading(Culture Culture, MarkdownRenderer Markdown, Microsoft.Extensions.Localization.IStringLocalizer Text);

/// <summary>A link as a field shows it.</summary>
public sealed record FieldLink(string Href, string Text);

/// <summary>What readers see of one field: some of the members are filled, according to its kind.</summary>
public sealed record FieldContent
{
    /// <summary>Lines of plain text.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
    /// <summary>Safe HTML.</summary>
    public IHtmlContent? Html { get; init; }
    public IReadOnlyList<FieldLink> Links { get; init; } = [];
    /// <summary>Pictures: address and what they show.</summary>
    public IReadOnlyList<MediaFile> Pictures { get; init; } = [];
    /// <summary>Localization sets that the field points to; the page looks their names up, all at once.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];
    /// <summary>Single items that the field points to.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    public static FieldContent? OfLines(IEnumerable<string?> lines) => lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l!.Trim()).ToList() is { Count: > 0 } filled ? new() { Lines = filled } : null;

    public static FieldContent? OfHtml(RenderedText rendered) => rendered == RenderedText.Empty ? null : new() { Html = rendered.Html };
}
