using Microsoft.AspNetCore.Html;

namespace Portal.Moderation.Text;

/// <summary>A citizen's words as markup, letter for letter: no blank comes between a hidden passage and what stands beside it.</summary>
public static class PieceMarkup
{
    /// <param name="hidden">What a hidden passage is called, in the reader's language.</param>
    public static IHtmlContent ToHtml(this IEnumerable<Piece> paragraph, string hidden)
    {
        var markup = new HtmlContentBuilder();
        foreach (var piece in paragraph)
        {
            if (piece.Text is { } text) markup.Append(text);
            else markup.AppendHtml("<span class=\"redaction\" role=\"img\" aria-label=\"").Append(hidden).AppendHtml("\">▮▮▮</span>");
        }

        return markup;
    }

    /// <summary>The whole text for its author, who sees which passages the public does not.</summary>
    public static IHtmlContent ToHtmlForAuthor(string body, IReadOnlyList<TextSpan> hidden)
    {
        var (markup, at) = (new HtmlContentBuilder(), 0);
        foreach (var span in hidden)
        {
            markup.Append(body[at..span.Start]).AppendHtml("<mark>").Append(body.Substring(span.Start, span.Length)).AppendHtml("</mark>");
            at = span.End;
        }

        return markup.Append(body[at..]);
    }
}
