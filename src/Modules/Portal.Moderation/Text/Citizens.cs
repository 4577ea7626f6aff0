using System.Text;

namespace Portal.Moderation.Text;

/// <summary>A citizen's own words: plain text in paragraphs, kept as written.</summary>
public static class Citizens
{
    /// <summary>The only changes ever made: one way to write line ends (LF) and composed letters (NFC), no blanks at the ends.</summary>
    /// <param name="text">Storable text (see <see cref="Cms.Content.ContentText.IsStorable"/>); a lone surrogate cannot be normalised.</param>
    public static string Normalise(string text) => text.ReplaceLineEndings("\n").Normalize(NormalizationForm.FormC).Trim();

    /// <summary>The text for readers: paragraphs of pieces, hidden passages as pieces without text.</summary>
    public static IReadOnlyList<IReadOnlyList<Piece>> Paragraphs(string body, IReadOnlyList<TextSpan> hidden)
    {
        var paragraphs = new List<IReadOnlyList<Piece>>();
        var start = 0;
        while (start < body.Length)
        {
            var end = body.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = body.Length;
            if (Pieces(body, start, end, hidden) is { Count: > 0 } pieces) paragraphs.Add(pieces);
            start = end;
            while (start < body.Length && body[start] == '\n') start++;
        }

        return paragraphs;
    }

    static List<Piece> Pieces(string body, int start, int end, IReadOnlyList<TextSpan> hidden)
    {
        var pieces = new List<Piece>();
        var at = start;
        foreach (var span in hidden.Where(h => h.End > start && h.Start < end))
        {
            if (span.Start > at) pieces.Add(new(body[at..span.Start]));
            pieces.Add(Piece.Hidden);
            at = Math.Min(span.End, end);
        }

        if (at < end) pieces.Add(new(body[at..end]));
        return pieces;
    }
}

/// <param name="Text">Null: a hidden passage. Its length is not shown, since it would tell.</param>
public readonly record struct Piece(string? Text)
{
    public static readonly Piece Hidden = new(null);
}
