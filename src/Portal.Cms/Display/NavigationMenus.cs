using Portal.Cms.Caching;
using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>The site's menus, built once per culture and kept until an address or a setting changes.</summary>
public sealed class Navigation(IEnumerable<INavigationProvider> providers, TaggedCache cache)
{
    public const string Main = "main", Footer = "footer";

    /// <summary>The editors' menu. Each page behind it asks for its own permissions; the links are the same for all.</summary>
    public const string Admin = "admin";

    /// <param name="path">Path of the page shown; marks the link that leads to it or to a page above it.</param>
    public async ValueTask<IReadOnlyList<MenuLink>> MenuAsync(string menu, Culture culture, string path, CancellationToken cancel)
    {
        var links = await cache.GetAsync(("menu", menu, culture.Code), [Tags.Paths, Tags.Settings], async () =>
        {
            var builder = new NavigationBuilder();
            foreach (var provider in providers) await provider.BuildAsync(menu, culture, builder, cancel);
            return builder.Links;
        });
        return [.. links.Select(l => new MenuLink(l.Text, l.Href, Current: path == l.Href || path.StartsWith(l.Href + "/", StringComparison.Ordinal)))];
    }
}
