using Portal.Cms.Content;

namespace Portal.Translations.Alignment;

/// <summary>A passage of the source, as it was when it was translated and as it is now.</summary>
/// <param name="Before">Null: it came afterwards.</param>
/// <param name="Now">Null: it has been taken out.</param>
public sealed record SourcePassage(string? Before, string? Now)
{
    /// <summary>Share of common words from which on a passage is one that was reworded, not another.</summary>
    const double Resemblance = 0.4;

    public bool IsChanged => Before is not null && Now is not null && Before != Now;

    /// <summary>Both states of the source as one sequence: what stayed, what was reworded, what went and what came.</summary>
    public static IReadOnlyList<SourcePassage> Merge(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var merged = new List<SourcePassage>();
        var (removed, added) = (new List<string>(), new List<string>());
        foreach (var (kind, text) in TextDiff.Script(before, now))
        {
            if (kind == DiffKind.Removed) removed.Add(text);
            else if (kind == DiffKind.Added) added.Add(text);
            else
            {
                Pair(removed, added, merged);
                merged.Add(new(text, text));
            }
        }

        Pair(removed, added, merged);
        return merged;
    }

    static void Pair(List<string> removed, List<string> added, List<SourcePassage> into)
    {
        foreach (var old in removed)
        {
            // One for one is one reworded, however much: a title that has nothing in common with the title before is still the title.
            var words = new WordBag(old);
            var match = removed.Count == 1 && added.Count == 1 ? 0 : added.FindIndex(text => words.SimilarityTo(new(text)) >= Resemblance);
            if (match < 0)
            {
                into.Add(new(old, null));
                continue;
            }

            into.AddRange(added.Take(match).Select(text => new SourcePassage(null, text)));
            into.Add(new(old, added[match]));
            added.RemoveRange(0, match + 1);
        }

        into.AddRange(added.Select(text => new SourcePassage(null, text)));
        removed.Clear();
        added.Clear();
    }
}
