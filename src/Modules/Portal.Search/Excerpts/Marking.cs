using Portal.Cms.Search;
using Portal.Search.Analysis;

namespace Portal.Search.Excerpts;

/// <summary>A piece of a text, as it was written.</summary>
/// <param name="IsHit">It is one of the words that were looked for.</param>
public sealed record Segment(string Text, bool IsHit);

/// <summary>A word of a text that was looked for.</summary>
/// <param name="Term">Which of the terms it fits.</param>
sealed record Hit(int Start, int End, int Term);

/// <summary>Finds the words that were looked for in a text as it was written, whatever script and marks it has.</summary>
public static class Marking
{
    /// <summary>The whole text, divided at the words that were looked for.</summary>
    public static IReadOnlyList<Segment> Mark(string text, IReadOnlyList<SearchTerm> terms) => Divide(text, Hits(text, terms), 0, text.Length);

    internal static List<Hit> Hits(string text, IReadOnlyList<SearchTerm> terms)
    {
        var hits = new List<Hit>();
        foreach (var word in Words.In(text))
        {
            for (var i = 0; i < terms.Count; i++)
            {
                if (!terms[i].Fits(word.Folded)) continue;
                hits.Add(new(word.Start, word.End, i));
                break;
            }
        }

        return hits;
    }

    internal static IReadOnlyList<Segment> Divide(string text, IEnumerable<Hit> hits, int from, int to)
    {
        var segments = new List<Segment>();
        foreach (var hit in hits.Where(h => h.Start >= from && h.End <= to))
        {
            if (hit.Start > from) segments.Add(new(text[from..hit.Start], IsHit: false));
            segments.Add(new(text[hit.Start..hit.End], IsHit: true));
            from = hit.End;
        }

        if (from < to) segments.Add(new(text[from..to], IsHit: false));
        return segments;
    }
}
