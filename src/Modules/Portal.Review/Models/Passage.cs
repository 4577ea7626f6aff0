namespace Portal.Review.Models;

/// <summary>Words of a text, found again however lines are broken.</summary>
public static class Passage
{
    public static bool IsIn(string text, string words) => Flat(text).Contains(Flat(words), StringComparison.Ordinal);

    static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
