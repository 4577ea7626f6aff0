using System.Collections.Frozen;
using Portal.Cms.Search;

namespace Portal.Search.Analysis;

/// <summary>Words that stand in nearly every text of a language and say nothing about any. They are neither kept nor looked for in texts of that language; in another the same letters may mean something (<c>most</c> is a bridge, <c>more</c> the sea).</summary>
public static class StopWords
{
    static readonly FrozenSet<string> Albanian = Of("""
        a ai ajo ama andej apo as asaj ata atë atij ato atyre ca cila cilat cilën cili cilin cilët deri dhe do duke e edhe është i ia ishin ishte ja janë jemi jo ju ka kam kanë kemi këta këtë këtij këto këtu këtyre
        kishin kishte kjo ku kur ky le më me mbi mos mund na ne në nën nëse nga një nuk o ose pa pas për po por prej pse që qe s sa se së si siç t ta tek të ti tij tyre u veç
        """);

    /// <summary>One list for both: what one of the two languages does not have does no harm.</summary>
    static readonly FrozenSet<string> SerbianAndBosnian = Of("""
        a ako ali baš bez bi bih bila bile bili bilo bio bismo biste biti budu će ćemo da do dok ga gdje gde i ih iako ili im iz iza ja jer je jedan jedna jedno još ju kad kada kako kao kod koja koje kojem kojeg kojeg koji kojih kojim kojima koju
        li me među mi mu na nad nakon ne neće nego nema ni nije nisu njegov njen njih njihov o od oko on ona oni ono ova ovaj ove ovi ovim ovo ovog pa po pod pored pre prema prije pri s sa sam samo se si smo ste su svaka svake svaki sve svi svih svoj svoje svoju
        šta što ta tada tako takođe također taj te ti to tog toga tom tu u uz va vam već vi za zato zbog že
        """);

    static readonly FrozenSet<string> English = Of("""
        a about after all also an and any are as at be because been before but by can could did do does for from had has have he her his how i if in into is it its may more most no not of on or other our over she should so some such
        s t than that the their them then there these they this those through to under up was we were what when where which while who will with would you your
        """);

    static readonly FrozenSet<string> None = [];

    /// <param name="culture">Code of a content culture; a language that is not known here has no such words.</param>
    public static bool Contains(string culture, string folded) => In(culture).Contains(folded);

    static FrozenSet<string> In(string culture) => culture switch
    {
        "sq" => Albanian,
        "sr" or "bs" => SerbianAndBosnian,
        "en" => English,
        _ => None,
    };

    static FrozenSet<string> Of(string words) => Words.In(words).Select(w => w.Folded).ToFrozenSet(StringComparer.Ordinal);
}
