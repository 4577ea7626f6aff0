using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Cms.Localization;

namespace Portal.Moderation.Abuse;

/// <summary>What of a text is kept in order to find equal and nearly equal ones.</summary>
/// <remarks>Broder's shingles and smallest hashes (<i>On the resemblance and containment of documents</i>, 1997), grouped into bands: two texts that share most of their runs of three words share at least one band almost surely.</remarks>
public static class TextTrace
{
    const int Shingle = 3, Bands = 4, Rows = 2;
    /// <summary>Shorter texts ("I agree") resemble one another without meaning anything.</summary>
    const int FewestWords = 8;

    /// <returns>Band and hash: 0 for the whole text, from 1 on the bands; the latter for texts of some length only.</returns>
    public static IReadOnlyList<(int Band, long Hash)> Of(string body)
    {
        var words = Words(body);
        var trace = new List<(int, long)> { (0, Hash(string.Join(' ', words), 0)) };
        if (words.Count < FewestWords) return trace;

        var shingles = Shingles(words);
        for (var band = 1; band <= Bands; band++)
        {
            var smallest = Enumerable.Range(0, Rows).Select(row => shingles.Min(s => Mix(s, (band * Rows) + row)));
            trace.Add((band, Hash(string.Join(',', smallest), band)));
        }

        return trace;
    }

    /// <returns>How much of two texts is the same: 0 = nothing, 1 = all runs of three words.</returns>
    public static double Resemblance(string one, string other)
    {
        var (a, b) = (Shingles(Words(one)), Shingles(Words(other)));
        var shared = a.Count(b.Contains);
        return a.Count + b.Count == 0 ? 0 : (double)shared / (a.Count + b.Count - shared);
    }

    static HashSet<long> Shingles(List<string> words) => [.. Enumerable.Range(0, Math.Max(0, words.Count - Shingle + 1)).Select(i => Hash(string.Join(' ', words[i..(i + Shingle)]), 0))];

    /// <summary>Words without regard to case, accents, script and punctuation.</summary>
    static List<string> Words(string body)
    {
        var letters = Transliterator.ToLatin(body).Normalize(NormalizationForm.FormKD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return [.. string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    static long Hash(string text, int salt) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{text}")));

    /// <summary>One of many orders of the shingles: the finaliser of SplitMix64.</summary>
    static ulong Mix(long value, int order)
    {
        var z = unchecked((ulong)value + ((ulong)(order + 1) * 0x9E3779B97F4A7C15UL));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
