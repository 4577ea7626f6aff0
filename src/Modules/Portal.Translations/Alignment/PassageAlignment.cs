using Portal.Cms.Content;

namespace Portal.Translations.Alignment;

/// <summary>A passage of the source with what stands for it in the target.</summary>
/// <param name="Source">Null: only the target has it.</param>
/// <param name="Target">Passages in order; empty = not translated.</param>
public sealed record AlignedPassage(SourcePassage? Source, IReadOnlyList<string> Target);

/// <summary>Finds which passage of a translation belongs to which of its source.</summary>
/// <remarks>
/// The lengths decide, as in W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993), here with paragraphs; headings belong to headings and lists to lists.
/// What the workbench itself has put together is known by the hashes of both passages, and stays together whatever the lengths say.
/// </remarks>
public sealed class PassageAlignment
{
    /// <summary>Gale and Church's variance of the number of characters per character of the source.</summary>
    const double Variance = 6.8;

    // Costs are −100 times the logarithm of how often each happens, from the same paper.
    const double OneToOne = 12, OneToTwo = 310, Alone = 460, OtherKind = 350;

    /// <summary>The most that lengths may cost: two passages in one place, however unlike, are rather one translated freely than two that stand alone.</summary>
    const double Unlike = 800;

    /// <summary>So much that no other choice outweighs it.</summary>
    const double Certain = 1_000_000;

    readonly IReadOnlyList<SourcePassage> source;
    readonly IReadOnlyList<string> target;
    readonly ILookup<string, string> known;
    readonly HashSet<string>[] hashes;
    readonly char[] sourceKinds, targetKinds;
    /// <summary>Where in the source each passage of the target is known to belong; -1 = not known.</summary>
    readonly int[] anchors;

    PassageAlignment(IReadOnlyList<SourcePassage> source, IReadOnlyList<string> target, ILookup<string, string> known)
    {
        (this.source, this.target, this.known) = (source, target, known);
        hashes = [.. source.Select(HashesOf)];
        sourceKinds = [.. source.Select(s => Passages.KindOf(s.Before ?? ""))];
        targetKinds = [.. target.Select(Passages.KindOf)];
        anchors = [.. target.Select(AnchorOf)];
    }

    /// <param name="known">Hash of a source passage by the hash of the target passage that was put to it.</param>
    public static IReadOnlyList<AlignedPassage> Align(IReadOnlyList<SourcePassage> source, IReadOnlyList<string> target, ILookup<string, string> known) => new PassageAlignment(source, target, known).Run();

    /// <summary>The cheapest way through both texts, by dynamic programming.</summary>
    List<AlignedPassage> Run()
    {
        var (n, m) = (source.Count, target.Count);
        var cost = new double[n + 1, m + 1];
        var step = new (byte Source, byte Target)[n + 1, m + 1];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                if (i == 0 && j == 0) continue;
                cost[i, j] = double.PositiveInfinity;
                if (i > 0) Try(i, j, 1, 0);
                if (j > 0) Try(i, j, 0, 1);
                if (i > 0 && j > 0) Try(i, j, 1, 1);
                if (i > 0 && j > 1) Try(i, j, 1, 2);
            }
        }

        var aligned = new List<AlignedPassage>();
        for (var (i, j) = (n, m); i > 0 || j > 0;)
        {
            var (s, t) = step[i, j];
            aligned.Add(new(s == 1 ? source[i - 1] : null, t == 0 ? [] : t == 1 ? [target[j - 1]] : [target[j - 2], target[j - 1]]));
            (i, j) = (i - s, j - t);
        }

        aligned.Reverse();
        return Together(aligned);

        void Try(int i, int j, byte s, byte t)
        {
            var total = cost[i - s, j - t] + (s == 0 ? (anchors[j - 1] >= 0 ? Certain : Alone) : t == 0 ? (source[i - 1].Before is null ? 0 : Alone) : Cost(i - 1, j - t, t));
            if (total < cost[i, j]) (cost[i, j], step[i, j]) = (total, (s, t));
        }
    }

    /// <summary>What it costs to put one or two passages of the target, from an index on, to one of the source.</summary>
    double Cost(int i, int from, int count)
    {
        var (first, last) = (anchors[from], anchors[from + count - 1]);
        if (first == i && last == i) return 0;
        if ((first >= 0 && first != i) || (last >= 0 && last != i)) return Certain;
        // What came afterwards has no translation yet.
        if (source[i].Before is not { } before) return Alone * 3;
        if (count == 1 && before == target[from]) return 0;

        var length = target[from].Length + (count == 2 ? target[from + 1].Length : 0);
        return (count == 1 ? OneToOne : OneToTwo) + (sourceKinds[i] == targetKinds[from] ? 0 : OtherKind) + LengthCost(before.Length, length);
    }

    int AnchorOf(string passage)
    {
        var belongsTo = known[Passages.Hash(passage)];
        return belongsTo.Any() ? Array.FindIndex(hashes, h => belongsTo.Any(h.Contains)) : -1;
    }

    static HashSet<string> HashesOf(SourcePassage passage) => new(new[] { passage.Before, passage.Now }.OfType<string>().Select(Passages.Hash), StringComparer.Ordinal);

    /// <summary>A third passage that was put to the same source as the two before it stands alone in the program above, and belongs to them.</summary>
    List<AlignedPassage> Together(List<AlignedPassage> aligned)
    {
        var together = new List<AlignedPassage>();
        foreach (var passage in aligned)
        {
            if (passage.Source is null && together is [.., { Source: { } before } last] && known[Passages.Hash(passage.Target[0])].Any(HashesOf(before).Contains)) together[^1] = last with { Target = [.. last.Target, .. passage.Target] };
            else together.Add(passage);
        }

        return together;
    }

    static double LengthCost(int source, int target)
    {
        var mean = (source + target) / 2.0;
        if (mean == 0) return 0;
        var delta = Math.Abs(target - source) / Math.Sqrt(mean * Variance);
        return Math.Min(Unlike, -100 * Math.Log(Math.Max(2 * (1 - Normal(delta)), 1e-9)));
    }

    /// <summary>The cumulative normal distribution: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 26.2.17.</summary>
    static double Normal(double x)
    {
        var t = 1 / (1 + 0.2316419 * x);
        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        return 1 - density * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }
}
