using System.Text.RegularExpressions;
using Portal.Cms.Content;

namespace Portal.Consultations.Import;

/// <summary>A section that the consultation has.</summary>
/// <param name="Words">Its text without signs; null where this culture has none.</param>
public sealed record KnownSection(string Id, int Number, string Heading, string? Words);

/// <summary>Finds in a revised text the sections of the former one, so that ids, and the comments that hang on them, stay.</summary>
public static partial class SectionMatching
{
    /// <summary>Below this, two sections have only everyday words in common.</summary>
    const double Threshold = 0.45;

    /// <summary>How much the heading counts; the text counts for the rest.</summary>
    const double HeadingShare = 0.4;

    /// <summary>What distance in the document takes off: it decides between sections that are equally alike.</summary>
    const double PlaceShare = 0.05;

    /// <returns>For each incoming section the id of the one it continues, or null. No id twice.</returns>
    public static IReadOnlyList<string?> Propose(IReadOnlyList<(string Heading, string Words)> incoming, IReadOnlyList<KnownSection> known)
    {
        var matches = new string?[incoming.Count];
        var (arrived, former) = (incoming.Select(s => new Likeness(s.Heading, s.Words)).ToList(), known.Where(k => k.Words is not null).Select(k => (k.Id, Text: new Likeness(k.Heading, k.Words!))).ToList());
        var pairs = from i in Enumerable.Range(0, arrived.Count)
                    from j in Enumerable.Range(0, former.Count)
                    let score = arrived[i].To(former[j].Text)
                    where score >= Threshold
                    orderby score - (PlaceShare * Math.Abs(((double)i / arrived.Count) - ((double)j / former.Count))) descending, Math.Abs(i - j)
                    select (i, former[j].Id);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, id) in pairs)
        {
            if (matches[i] is null && taken.Add(id)) matches[i] = id;
        }

        PairUntranslated(matches, known);
        return matches;
    }

    /// <summary>A translation says nothing that could be compared: it is taken in the order of the document, where as many are left on both sides.</summary>
    static void PairUntranslated(string?[] matches, IReadOnlyList<KnownSection> known)
    {
        var open = Enumerable.Range(0, matches.Length).Where(i => matches[i] is null).ToList();
        var untranslated = known.Where(k => k.Words is null).ToList();
        if (open.Count != untranslated.Count) return;
        foreach (var (i, section) in open.Zip(untranslated)) matches[i] = section.Id;
    }

    sealed class Likeness(string heading, string words)
    {
        readonly string name = Number().Replace(heading, "").Trim().ToUpperInvariant();
        readonly WordBag heading = new(Number().Replace(heading, "")), text = new(words);

        public double To(Likeness other)
        {
            var isNamed = name.Length > 0 && other.name.Length > 0;
            var hasText = !text.IsEmpty || !other.text.IsEmpty;
            var alike = name == other.name ? 1 : heading.SimilarityTo(other.heading);
            if (!hasText) return isNamed ? alike : 0;
            return isNamed ? (HeadingShare * alike) + ((1 - HeadingShare) * text.SimilarityTo(other.text)) : text.SimilarityTo(other.text);
        }
    }

    /// <summary>"Article 5.", "3.2", "IV –": the number of a section changes when another is put in before it.</summary>
    [GeneratedRegex(@"^\s*((Neni|Član|Члан|Article|Kreu|Kapitulli|Poglavlje|Поглавље|Глава|Glava|Chapter|Odjeljak|Одељак|Odeljak)\s+)?(?-i:[0-9]+([.][0-9]+)*[a-zа-я]?|[IVXLC]+)([.):–-]+|\s|$)\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
