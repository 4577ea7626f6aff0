namespace Portal.Cms.Content;

/// <summary>The words of a text without their order, for asking how much two texts resemble each other.</summary>
public sealed class WordBag
{
    /// <summary>Hashes of the words, sorted: comparing hundreds of texts with hundreds of others is one pass over two lists each.</summary>
    readonly ulong[] words;

    public WordBag(string text)
    {
        words = [.. TextDiff.Tokens(text).Where(t => TextDiff.IsWord(t[0])).Select(Hash)];
        Array.Sort(words);
    }

    public bool IsEmpty => words.Length == 0;

    /// <returns>From 0, nothing in common, to 1, the same words: twice the common ones by all (L. R. Dice, "Measures of the Amount of Ecologic Association Between Species", Ecology 26, 1945).</returns>
    public double SimilarityTo(WordBag other)
    {
        if (IsEmpty && other.IsEmpty) return 1;
        var (common, i, j) = (0, 0, 0);
        while (i < words.Length && j < other.words.Length)
        {
            if (words[i] == other.words[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (words[i] < other.words[j]) i++;
            else j++;
        }

        return 2.0 * common / (words.Length + other.words.Length);
    }

    /// <summary>FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, draft-eastlake-fnv), over the letters in capitals.</summary>
    static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word) hash = (hash ^ char.ToUpperInvariant(letter)) * 1099511628211UL;
        return hash;
    }
}
