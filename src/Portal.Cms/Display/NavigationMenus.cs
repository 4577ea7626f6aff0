using Portal.Cms.Caching;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Display;

/// <summary>The site's menus, built once per culture and kept until an address or a setting changes. Each person sees the links that lead somewhere for them.</summary>
public sealed class Navigation(IEnumerable<INavigationProvider> providers, TaggedCache cache, CurrentUser user)
{
    public const string Main = "main", Footer = "footer", Admin = "admin";

    const string AdminHome = "/admin";

    /// <summary>A menu of one link: the page that searches the site, where there is one.</summary>
    public const string Search = "search";

    /// <param name="path">Path of the page shown; marks the link that leads to it or to the nearest page above it.</param>
    public async ValueTask<IReadOnlyList<MenuLink>> MenuAsync(string menu, Culture culture, string path, CancellationToken cancel)
    {
        var links = await cache.GetAsync(("menu", menu, culture.Code), [Tags.Paths, Tags.Settings, Tags.Definitions], async () =>
        {
            var builder = new NavigationBuilder();
            foreach (var provider in providers) await provider.BuildAsync(menu, culture, builder, cancel);
            return builder.Links;
        });
        var seen = links.Where(l => l.Needs is null || user.May(l.Needs)).ToList();
        // Of /admin and /admin/queue, both above the page, only the nearer one is where the person is.
        // The first page of the admin lies above everything in it and is none of it.
        var current = seen.SelectMany(l => l.Children.Prepend(l)).Where(l => path == l.Href || (l.Href != AdminHome && path.StartsWith(l.Href + "/", StringComparison.Ordinal))).MaxBy(l => l.Href.Length);
        return [.. seen.Select(Shown)];

        MenuLink Shown(NavigationLink link) => new(link.Text, link.Href, Current: ReferenceEquals(link, current)) { Children = [.. link.Children.Select(Shown)], Group = link.Group };
    }
}
