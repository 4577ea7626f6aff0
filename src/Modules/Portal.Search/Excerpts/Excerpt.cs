using Portal.Cms.Search;

namespace Portal.Search.Excerpts;

/// <summary>The lines of an item that show why it was found: those in which most of the words stand near one another.</summary>
public static class Excerpt
{
    const int Length = 240, Before = 70;

    /// <summary>Looking on would cost more than a better passage far down is worth.</summary>
    const int MostRead = 50_000;

    sealed record Window(string Passage, List<Hit> Hits, int First, int Terms);

    /// <param name="passages">In the order of the text, the most telling first. Read only as far as needed.</param>
    /// <returns>The beginning of the text where none of the words stands in it.</returns>
    public static IReadOnlyList<Segment> Of(IEnumerable<string> passages, IReadOnlyList<SearchTerm> terms)
    {
        string? first = null;
        Window? best = null;
        var read = 0;
        foreach (var passage in passages)
        {
            first ??= passage;
            if (BestOf(passage, terms) is { } window && window.Terms > (best?.Terms ?? 0)) best = window;
            if (best?.Terms == terms.Count || (read += passage.Length) > MostRead) break;
        }

        if (best is not null) return Cut(best.Passage, best.Hits, best.Hits[best.First].Start);
        return first is null ? [] : Cut(first, [], 0);
    }

    static Window? BestOf(string passage, IReadOnlyList<SearchTerm> terms)
    {
        var hits = Marking.Hits(passage, terms);
        if (hits.Count == 0) return null;

        var (best, most) = (0, 0);
        for (var i = 0; i < hits.Count && most < terms.Count; i++)
        {
            var end = hits[i].Start + Length - Before;
            var different = hits.Skip(i).TakeWhile(h => h.End <= end).Select(h => h.Term).Distinct().Count();
            if (different > most) (best, most) = (i, different);
        }

        return new(passage, hits, best, Math.Max(most, 1));
    }

    /// <summary>Cuts between words and says by an ellipsis where something is left out.</summary>
    static IReadOnlyList<Segment> Cut(string passage, List<Hit> hits, int around)
    {
        if (passage.Length <= Length) return Marking.Divide(passage, hits, 0, passage.Length);

        var from = Math.Clamp(around - Before, 0, passage.Length - Length);
        if (from > 0) from = WordStart(passage, from, around);
        var to = Math.Min(from + Length, passage.Length);
        if (to < passage.Length) to = WordEnd(passage, to, from);

        List<Segment> segments = [.. Marking.Divide(passage, hits, from, to)];
        if (from > 0) segments.Insert(0, new("… ", IsHit: false));
        if (to < passage.Length) segments.Add(new(" …", IsHit: false));
        return segments;
    }

    static int WordStart(string text, int from, int atMost)
    {
        var space = text.IndexOf(' ', from);
        return space >= 0 && space < atMost ? space + 1 : atMost;
    }

    static int WordEnd(string text, int to, int atLeast)
    {
        var space = text.LastIndexOf(' ', to);
        if (space > atLeast) return space;
        // One word longer than the excerpt: not inside a pair of surrogates.
        return char.IsLowSurrogate(text[to]) ? to - 1 : to;
    }
}
