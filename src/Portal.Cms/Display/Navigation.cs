using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Display;

/// <summary>Adds links to a menu. Called once per culture and change, not per page.</summary>
public interface INavigationProvider
{
    /// <param name="menu">Name of the menu: <see cref="Navigation.Main"/>, <see cref="Navigation.Footer"/>, <see cref="Navigation.Search"/> or <see cref="Navigation.Admin"/>.</param>
    Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel);
}

/// <param name="Needs">Only who has this permission sees the link; null = everybody.</param>
public sealed record NavigationLink(int Position, string Text, string Href, Permission? Needs)
{
    /// <summary>Links below this one; they have none below them.</summary>
    public IReadOnlyList<NavigationLink> Children { get; init; } = [];
}

public sealed class NavigationBuilder
{
    readonly List<NavigationLink> links = [];

    public NavigationBuilder Add(int position, string text, string href, Permission? needs = null, IReadOnlyList<NavigationLink>? children = null)
    {
        links.Add(new(position, text, href, needs) { Children = children ?? [] });
        return this;
    }

    internal IReadOnlyList<NavigationLink> Links => [.. links.OrderBy(l => l.Position)];
}
