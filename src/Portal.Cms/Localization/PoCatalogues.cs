using System.Collections.Frozen;

namespace Portal.Cms.Localization;

/// <summary>The catalogues of all cultures: what the sources ship, and what the site says instead. Read and put together when a text is asked for.</summary>
public sealed class PoCatalogues
{
    static readonly ILookup<string, PoEntry> Nothing = Array.Empty<PoEntry>().ToLookup(_ => "", StringComparer.Ordinal);

    readonly Lazy<FrozenDictionary<string, List<PoFile>>> files;
    readonly Lazy<FrozenDictionary<string, PoCatalogue>> shipped;
    readonly Lock writing = new();
    ILookup<string, PoEntry> own = Nothing, choices = Nothing;
    Lazy<FrozenDictionary<string, PoCatalogue>> effective;

    public PoCatalogues(IEnumerable<IPoSource> sources)
    {
        files = new(() => Read(sources));
        shipped = effective = new(() => Build(Nothing, Nothing));
    }

    /// <exception cref="PoException">A source holds a file that cannot be read.</exception>
    public PoCatalogue For(Culture culture) => Volatile.Read(ref effective).Value[culture.Code];

    /// <summary>The texts as they are shipped, without the site's own.</summary>
    public PoCatalogue ShippedIn(Culture culture) => shipped.Value[culture.Code];

    /// <summary>The shipped files of a culture, each with the name of the assembly that it is from.</summary>
    public IReadOnlyList<PoFile> FilesOf(Culture culture) => files.Value[culture.Code];

    /// <summary>Puts the site's own words over the shipped ones, in place of those that were put there before.</summary>
    /// <param name="own">By culture code; what a culture does not say stays as shipped.</param>
    public void Override(ILookup<string, PoEntry> own) => Replace(own, null);

    /// <summary>Says what the values of choices are called, in place of what was said before: messages in the context of their field (<see cref="Content.FieldDefinition"/>).</summary>
    /// <param name="names">By culture code.</param>
    public void NameChoices(ILookup<string, PoEntry> names) => Replace(null, names);

    void Replace(ILookup<string, PoEntry>? newOwn, ILookup<string, PoEntry>? newChoices)
    {
        lock (writing)
        {
            var (ownNow, choicesNow) = (own, choices) = (newOwn ?? own, newChoices ?? choices);
            Volatile.Write(ref effective, ownNow.Count + choicesNow.Count == 0 ? shipped : new(() => Build(ownNow, choicesNow)));
        }
    }

    FrozenDictionary<string, PoCatalogue> Build(ILookup<string, PoEntry> own, ILookup<string, PoEntry> choices)
    {
        var empty = new Dictionary<string, string>(StringComparer.Ordinal);
        var catalogues = Culture.All.ToDictionary(c => c.Code, c => PoCatalogue.Merge(c, [.. files.Value[c.Code], new PoFile("", empty, [.. own[c.Code], .. choices[c.Code]])]), StringComparer.Ordinal);

        // Latin Serbian is the Cyrillic catalogue in other letters; words of its own correct single messages.
        catalogues[Culture.SrLatn.Code] = catalogues[Culture.Sr.Code].Render(catalogues[Culture.SrLatn.Code], Transliterator.ToLatinExceptAddresses);
        return catalogues.ToFrozenDictionary(StringComparer.Ordinal);
    }

    static FrozenDictionary<string, List<PoFile>> Read(IEnumerable<IPoSource> sources)
    {
        var read = Culture.All.ToDictionary(culture => culture.Code, _ => new List<PoFile>(), StringComparer.Ordinal);
        foreach (var (culture, name, content) in sources.SelectMany(source => source.Open()))
        {
            using (content)
                read[culture.Code].Add(PoParser.Parse(content, name, culture));
        }

        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
