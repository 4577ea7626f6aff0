using Portal.Cms.Localization;

namespace Portal.Cms.Content.Indexing;

/// <summary>What a type tells about one of its items for lists. Only the summary and the short title are of one culture; the rest is the same in all.</summary>
/// <param name="Summary">Plain text; lists cut it short.</param>
/// <param name="Day">The day it carries; null = the day it was published.</param>
/// <param name="Band">Key on the type's second scale: one of <see cref="ContentListing.Bands"/>.</param>
/// <param name="StartsUtc">When what it tells of begins and ends (UTC).</param>
/// <param name="ListedUtc">Not shown before this instant (UTC).</param>
public sealed record ListFacts(
    string? Summary = null, string? Kind = null, DateOnly? Day = null, DateTime? StartsUtc = null, DateTime? EndsUtc = null, DateTime? ListedUtc = null, string? ShortTitle = null, string? Band = null);

/// <summary>The order of a list.</summary>
public enum ListOrder
{
    /// <summary>By day, the latest first.</summary>
    Newest,
    /// <summary>By title, in the order of the reader's language.</summary>
    Alphabetical,
    /// <summary>By day, the earliest first.</summary>
    Chronological,
    /// <summary>What is going on and what comes, the soonest first; then what is over, the latest first.</summary>
    Schedule,
}

/// <summary>How the items of a type are listed: the words around them, what is shown of each, by what they can be filtered.</summary>
/// <param name="Title">English message id of the list's name: many of them.</param>
/// <param name="Lede">English message id of the sentence under it.</param>
/// <param name="Empty">English message id of what is said where there is none.</param>
/// <param name="Facts">Reads one item.</param>
public sealed record ContentListing(string Title, string Lede, string Empty, Func<ContentDocument, ListFacts> Facts)
{
    /// <summary>The list's name by culture, where it has one of its own; else <see cref="Title"/> is translated.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string TitleIn(Culture culture, Microsoft.Extensions.Localization.IStringLocalizer text) => Titles.TryGetValue(culture.ContentCode, out var own) ? culture.Render(own) : text[Title];

    public ListOrder Order { get; init; } = ListOrder.Newest;

    /// <summary>Kinds in the order in which filters show them.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>English message id of what a kind is called.</summary>
    public Func<string, string> KindName { get; init; } = _ => "";

    /// <summary>The field that holds the kind (<c>PolicyAnalysis.Kind</c>), where editors choose it: administrators may call its values otherwise and put them in another order.</summary>
    public string? KindField { get; init; }

    /// <summary>English message id of what the kinds are kinds of.</summary>
    public string KindLabel { get; init; } = "Kind";

    /// <summary>A second scale in the order in which filters show it, such as what something cost; empty = the type has none.</summary>
    public IReadOnlyList<string> Bands { get; init; } = [];

    /// <summary>English message id of what a band is called.</summary>
    public Func<string, string> BandName { get; init; } = _ => "";

    /// <summary>The field that holds the band, as <see cref="KindField"/> does the kind.</summary>
    public string? BandField { get; init; }

    /// <summary>English message id of what the bands are bands of.</summary>
    public string BandLabel { get; init; } = "";

    /// <summary>Filters beside kind and band: any of <see cref="ListFilters"/> and of <see cref="PickerFilters"/>.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Picker fields of the type itself behind filters of its own, by name of the filter: <c>addressee</c> and <c>Recommendation.Addressees</c>.</summary>
    public IReadOnlyDictionary<string, string> PickerFilters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>English message ids of the three states of what happens in time: before, while, after. Empty = the type has none.</summary>
    public IReadOnlyList<string> StatusNames { get; init; } = [];

    /// <summary>All names are kept in memory: other pages name items of this type often, and there are some hundreds at most.</summary>
    public bool IsNamedOften { get; init; }

    /// <summary>Says the day of an item as far as it is known, from the day and the item's kind; null = all days are known.</summary>
    public Func<DateOnly, string, Culture, string>? DayName { get; init; }

    /// <summary>Whether pages of themes, municipalities and organisations gather items of this type.</summary>
    public bool IsGathered { get; init; } = true;

    /// <summary>Whether the home page and <c>/{culture}/feed.atom</c> tell of new items of this type.</summary>
    public bool IsNews { get; init; } = true;
}

/// <summary>The filters of lists; the names are query keys.</summary>
public static class ListFilters
{
    public const string Kind = "kind", Band = "band", Theme = "theme", Municipality = "municipality", Organisation = "organisation", Year = "year", Status = "status";
}
