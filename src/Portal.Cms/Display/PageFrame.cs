using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Cms.Display;

/// <summary>A link of a menu.</summary>
/// <param name="Current">The page shown is this one or stands below it.</param>
public sealed record MenuLink(string Text, string Href, bool Current = false)
{
    /// <summary>Links below this one.</summary>
    public IReadOnlyList<MenuLink> Children { get; init; } = [];

    /// <summary>Its heading in the editors' menu.</summary>
    public NavigationGroup Group { get; init; }
}

/// <summary>Another culture of the page shown.</summary>
/// <param name="Exists">False: the link leads to the missing-translation page.</param>
public sealed record Alternate(Culture Culture, string Href, bool Exists);

/// <summary>What the layout around a page needs to know. Controllers fill in the title and where the page is found in other cultures; the rest is filled before the view runs. Scoped.</summary>
public sealed class PageFrame
{
    public Culture Culture { get; set; } = Culture.Current;
    public string SiteName { get; set; } = "";
    /// <summary>What the site says of itself at its foot.</summary>
    public SiteWords Words { get; set; } = SiteWords.None;
    /// <summary>IANA name of the zone in which times are shown to who has chosen none.</summary>
    public string TimeZone { get; set; } = SiteSettings.UsualTimeZone;
    /// <summary>Codes of the cultures in the order in which the language picker shows them.</summary>
    public IReadOnlyList<string> CultureOrder { get; set; } = [];
    /// <summary>Scheme and host of the site; empty where nobody has set it.</summary>
    public string BaseUrl { get; set; } = "";
    public string Title { get; set; } = "";
    /// <summary>One or two sentences for search engines and previews.</summary>
    public string? Description { get; set; }
    public bool NoIndex { get; set; }
    /// <summary>The page shows a text that is not public: where to go on writing it. Null on every other page.</summary>
    public string? PreviewOf { get; set; }
    /// <summary>In a preview: the same text in other cultures, and in other states.</summary>
    public IList<MenuLink> PreviewLinks { get; } = [];
    /// <summary>Feeds of what the page lists: title and address.</summary>
    public IList<MenuLink> Feeds { get; } = [];
    /// <summary>Address of a picture for previews, from the root; null = the site's mark.</summary>
    public string? Image { get; set; }
    /// <summary>From the home page down to the parent of the page shown.</summary>
    public IList<MenuLink> Breadcrumbs { get; } = [];
    public IReadOnlyList<Alternate> Alternates { get; set; } = [];
    /// <summary>The text that the one shown was translated from, where that has changed since; null on every other page.</summary>
    public Alternate? Newer { get; private set; }
    public IReadOnlyList<MenuLink> Menu { get; set; } = [];
    public IReadOnlyList<MenuLink> FooterMenu { get; set; } = [];
    /// <summary>The page that searches the site; its form takes the words as <c>q</c>. Null where nothing searches.</summary>
    public MenuLink? Search { get; set; }

    /// <summary>The page stands below the home page and the list of its type.</summary>
    public PageFrame UnderListOf(ContentTypeDefinition type, Culture culture, IStringLocalizer text)
    {
        Breadcrumbs.Add(new(text["Home"], $"/{culture.Code}"));
        if (type.Listing is { } listing && type.SlugIn(culture) is { } slug) Breadcrumbs.Add(new(listing.TitleIn(culture, text), $"/{culture.Code}/{slug}"));
        return this;
    }

    /// <summary>The page exists in every culture, at an address that is made from the culture.</summary>
    public PageFrame InEveryCulture(Func<Culture, string> href)
    {
        Alternates = [.. Culture.All.Select(c => new Alternate(c, href(c), Exists: true))];
        return this;
    }

    /// <summary>The page is a content item; each culture leads to its text there, or to the page that says it is missing.</summary>
    /// <param name="typeSlug">Type's path segment in a culture, for the address of a missing translation.</param>
    public PageFrame InCulturesOf(IReadOnlyList<Sibling> siblings, string set, Func<Culture, string?> typeSlug)
    {
        Alternates = [.. Culture.All.Select(c => siblings.FirstOrDefault(s => s.Culture == c.ContentCode) is { } sibling
            ? new Alternate(c, $"/{c.Code}/{sibling.Path}", Exists: true)
            : new Alternate(c, typeSlug(c) is { } slug ? $"/{c.Code}/{slug}/{set}" : $"/{c.Code}/{set}", Exists: false))];
        Newer = siblings.FirstOrDefault(s => s.Culture == Culture.Current.ContentCode)?.NewerIn is { } code ? NewerIn(code) : null;
        return this;
    }

    /// <summary>Who reads another language reads Serbian rather in Latin letters.</summary>
    Alternate NewerIn(string code) => Alternates.Last(a => a.Culture.ContentCode == code);
}
