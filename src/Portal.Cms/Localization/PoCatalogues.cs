using System.Collections.Frozen;

namespace Portal.Cms.Localization;

/// <summary>The catalogues of all cultures, read once from all sources when the first text is asked for.</summary>
public sealed class PoCatalogues(IEnumerable<IPoSource> sources)
{
    readonly Lazy<FrozenDictionary<string, PoCatalogue>> _byCode = new(() => Load(sources));

    /// <exception cref="PoException">A source holds a file that cannot be read.</exception>
    public PoCatalogue For(Culture culture) => _byCode.Value[culture.Code];

    static FrozenDictionary<string, PoCatalogue> Load(IEnumerable<IPoSource> sources)
    {
        var files = Culture.All.ToDictionary(culture => culture, _ => new List<PoFile>());
        foreach (var (culture, name, content) in sources.SelectMany(source => source.Open()))
        {
            using (content)
                files[culture].Add(PoParser.Parse(content, name, culture));
        }

        var catalogues = files.ToDictionary(pair => pair.Key.Code, pair => PoCatalogue.Merge(pair.Key, pair.Value), StringComparer.Ordinal);

        // Latin Serbian is the Cyrillic catalogue in other letters; a file of its own corrects single messages.
        catalogues[Culture.SrLatn.Code] = catalogues[Culture.Sr.Code].Render(catalogues[Culture.SrLatn.Code], Transliterator.ToLatinExceptAddresses);
        return catalogues.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
