using System.Text;

namespace Portal.Cms.Content;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind { Same, Removed, Added }

/// <summary>A run of text that one of the texts has, or both.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>A paragraph with what was taken out of it and put into it.</summary>
public sealed record DiffParagraph(IReadOnlyList<DiffPiece> Pieces)
{
    public bool IsChanged => Pieces.Any(p => p.Kind != DiffKind.Same);
}

/// <summary>What changed between two texts, word by word, for people to read.</summary>
/// <remarks>The shortest edit script of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986), in its linear-space form: paragraphs first, then words within paragraphs that resemble each other.</remarks>
public static class TextDiff
{
    /// <summary>Share of common words from which on two paragraphs are one that was reworded, not one taken out and another put in.</summary>
    const double Resemblance = 0.4;

    /// <summary>Edits after which two texts have nothing to do with each other; looking further would cost seconds and tell nobody anything.</summary>
    const int MostEdits = 4000;

    /// <param name="before">Paragraphs, each on one line.</param>
    /// <param name="after">The same for the later text.</param>
    public static IReadOnlyList<DiffParagraph> Paragraphs(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var paragraphs = new List<DiffParagraph>();
        var (removed, added) = (new List<string>(), new List<string>());
        foreach (var (kind, text) in Script(before, after))
        {
            if (kind == DiffKind.Removed) removed.Add(text);
            else if (kind == DiffKind.Added) added.Add(text);
            else
            {
                Pair(removed, added, paragraphs);
                paragraphs.Add(new([new(DiffKind.Same, text)]));
            }
        }

        Pair(removed, added, paragraphs);
        return paragraphs;
    }

    /// <summary>Two texts as one, with what only one of them has marked.</summary>
    public static IReadOnlyList<DiffPiece> Words(string before, string after)
    {
        var pieces = new List<DiffPiece>();
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        foreach (var (kind, token) in Joined(Script(Tokens(before), Tokens(after))))
        {
            if (kind == DiffKind.Removed) removed.Append(token);
            else if (kind == DiffKind.Added) added.Append(token);
            else
            {
                Flush();
                pieces.Add(new(DiffKind.Same, token));
            }
        }

        Flush();
        return pieces;

        // What went stands before what came in its place.
        void Flush()
        {
            if (removed.Length > 0) pieces.Add(new(DiffKind.Removed, removed.ToString()));
            if (added.Length > 0) pieces.Add(new(DiffKind.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }

    /// <summary>The elements of both lists in order: what both have, what only the first has, what only the second has.</summary>
    public static IReadOnlyList<(DiffKind Kind, string Text)> Script(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var (a, b) = (before.Select(Number).ToArray(), after.Select(Number).ToArray());
        var (kept, stays) = (new bool[a.Length], new bool[b.Length]);
        new MyersDiff(a, b, kept, stays, MostEdits).Run();

        var script = new List<(DiffKind, string)>();
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && !kept[i]) script.Add((DiffKind.Removed, before[i++]));
            else if (j < b.Length && !stays[j]) script.Add((DiffKind.Added, after[j++]));
            else
            {
                script.Add((DiffKind.Same, after[j++]));
                i++;
            }
        }

        return script;

        int Number(string text)
        {
            if (!numbers.TryGetValue(text, out var number)) numbers.Add(text, number = numbers.Count);
            return number;
        }
    }

    static void Pair(List<string> removed, List<string> added, List<DiffParagraph> into)
    {
        foreach (var old in removed)
        {
            // Paragraphs keep their order, so what stands before the match is new.
            var words = new WordBag(old);
            var match = added.FindIndex(text => words.SimilarityTo(new(text)) >= Resemblance);
            if (match < 0)
            {
                into.Add(new([new(DiffKind.Removed, old)]));
                continue;
            }

            into.AddRange(added.Take(match).Select(text => new DiffParagraph([new(DiffKind.Added, text)])));
            into.Add(new(Words(old, added[match])));
            added.RemoveRange(0, match + 1);
        }

        into.AddRange(added.Select(text => new DiffParagraph([new(DiffKind.Added, text)])));
        removed.Clear();
        added.Clear();
    }

    /// <summary>Words, blanks and signs, so that a comma or a quotation mark is not a change of the word beside it.</summary>
    internal static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsWord(text[start])) while (end < text.Length && IsWord(text[end])) end++;
            else if (char.IsHighSurrogate(text[start]) && end < text.Length) end++;
            tokens.Add(text[start..end]);
            start = end;
        }

        return tokens;
    }

    internal static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>Runs of one kind together; a blank that stayed between two changes belongs to them, since nobody reads word by word what was replaced as a whole.</summary>
    static List<(DiffKind Kind, string Text)> Joined(IReadOnlyList<(DiffKind Kind, string Text)> script)
    {
        var spread = new List<(DiffKind Kind, string Text)>();
        for (var i = 0; i < script.Count; i++)
        {
            var (kind, text) = script[i];
            var isIsland = kind == DiffKind.Same && string.IsNullOrWhiteSpace(text) && i > 0 && i + 1 < script.Count && script[i - 1].Kind != DiffKind.Same && script[i + 1].Kind != DiffKind.Same;
            if (isIsland) spread.AddRange([(DiffKind.Removed, text), (DiffKind.Added, text)]);
            else spread.Add((kind, text));
        }

        var joined = new List<(DiffKind Kind, string Text)>();
        foreach (var (kind, text) in spread)
        {
            if (kind == DiffKind.Same && joined is [.., (DiffKind.Same, var before)]) joined[^1] = (kind, before + text);
            else joined.Add((kind, text));
        }

        return joined;
    }
}

/// <summary>The linear-space form of Myers's algorithm: finds a middle snake of the shortest path, then works on both halves.</summary>
sealed class MyersDiff(int[] a, int[] b, bool[] kept, bool[] stays, int mostEdits)
{
    readonly int[] forward = new int[2 * (a.Length + b.Length) + 3], backward = new int[2 * (a.Length + b.Length) + 3];

    public void Run() => Compare(0, a.Length, 0, b.Length);

    void Compare(int aStart, int aEnd, int bStart, int bEnd)
    {
        while (aStart < aEnd && bStart < bEnd && a[aStart] == b[bStart]) Keep(aStart++, bStart++);
        while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] == b[bEnd - 1]) Keep(--aEnd, --bEnd);
        if (aStart == aEnd || bStart == bEnd) return;
        if (Middle(aStart, aEnd, bStart, bEnd) is not (var x, var y)) return;

        Compare(aStart, x, bStart, y);
        Compare(x, aEnd, y, bEnd);
    }

    void Keep(int i, int j) => kept[i] = stays[j] = true;

    /// <returns>A point on a shortest path where the searches from both ends meet; null where the texts have too little in common.</returns>
    (int X, int Y)? Middle(int aStart, int aEnd, int bStart, int bEnd)
    {
        var (n, m) = (aEnd - aStart, bEnd - bStart);
        var (delta, offset) = (n - m, n + m + 1);
        (forward[offset + 1], backward[offset + 1]) = (0, 0);
        for (var d = 0; d <= Math.Min((n + m + 1) / 2, mostEdits); d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && forward[offset + k - 1] < forward[offset + k + 1]) ? forward[offset + k + 1] : forward[offset + k - 1] + 1;
                var y = x - k;
                while (x < n && y >= 0 && y < m && a[aStart + x] == b[bStart + y]) (x, y) = (x + 1, y + 1);
                forward[offset + k] = x;
                if (delta % 2 != 0 && Math.Abs(delta - k) < d && x + backward[offset + delta - k] >= n && x <= n && y >= 0 && y <= m) return (aStart + x, bStart + y);
            }

            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && backward[offset + k - 1] < backward[offset + k + 1]) ? backward[offset + k + 1] : backward[offset + k - 1] + 1;
                var y = x - k;
                while (x < n && y >= 0 && y < m && a[aEnd - 1 - x] == b[bEnd - 1 - y]) (x, y) = (x + 1, y + 1);
                backward[offset + k] = x;
                if (delta % 2 == 0 && Math.Abs(delta - k) <= d && x + forward[offset + delta - k] >= n && x <= n && y >= 0 && y <= m) return (aEnd - x, bEnd - y);
            }
        }

        return null;
    }
}
