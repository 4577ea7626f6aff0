using Microsoft.AspNetCore.Html;

namespace Portal.Search.Excerpts;

/// <summary>A text with its hits marked. The pieces are encoded when they are written.</summary>
public static class Marked
{
    public static IHtmlContent Html(IReadOnlyList<Segment> segments)
    {
        var html = new HtmlContentBuilder();
        foreach (var segment in segments)
        {
            if (segment.IsHit) html.AppendHtml("<mark>").Append(segment.Text).AppendHtml("</mark>");
            else html.Append(segment.Text);
        }

        return html;
    }
}
