using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>Adds links to a menu. Called once per culture and change, not per page.</summary>
public interface INavigationProvider
{
    /// <param name="menu">Name of the menu: <see cref="Navigation.Main"/>, <see cref="Navigation.Footer"/> or <see cref="Navigation.Admin"/>.</param>
    Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel);
}

public sealed class NavigationBuilder
{
    readonly List<(int Position, string Text, string Href)> links = [];

    public NavigationBuilder Add(int position, string text, string href)
    {
        links.Add((position, text, href));
        return this;
    }

    internal IReadOnlyList<(string Text, string Href)> Links => [.. links.OrderBy(l => l.Position).Select(l => (l.Text, l.Href))];
}
