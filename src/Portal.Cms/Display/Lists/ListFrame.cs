using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Lists;

/// <summary>What the layout says around a list.</summary>
public static class ListFrame
{
    public static void ShowList(this PageFrame frame, ContentListView view, IStringLocalizer text)
    {
        var chosen = view.Facets.SelectMany(f => f.Values).Where(v => v.IsChosen).Select(v => v.In(text)).ToList();
        frame.Title = chosen.Count == 0 ? view.Listing.TitleIn(view.Culture, text) : $"{view.Listing.TitleIn(view.Culture, text)}: {string.Join(", ", chosen)}";
        frame.Description = text[view.Listing.Lede];
        frame.Breadcrumbs.Add(new(text["Home"], $"/{view.Culture.Code}"));
        frame.InEveryCulture(c => Address(view, c) + view.Query.OnPage(1));
        frame.Feeds.Add(new(frame.Title, Address(view, view.Culture) + ContentRouteTransformer.FeedAddress + view.Query.OnPage(1)));
    }

    static string Address(ContentListView view, Culture culture) => $"/{culture.Code}/{view.Type.SlugIn(culture)}";
}
