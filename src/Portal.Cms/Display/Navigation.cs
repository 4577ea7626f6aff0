using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Cms.Display;

/// <summary>Adds links to a menu. Called once per culture and change, not per page.</summary>
public interface INavigationProvider
{
    /// <param name="menu">Name of the menu: <see cref="Navigation.Main"/>, <see cref="Navigation.Footer"/>, <see cref="Navigation.Search"/> or <see cref="Navigation.Admin"/>.</param>
    Task BuildAsync(string menu, Culture culture, NavigationBuilder builder, CancellationToken cancel);
}

/// <summary>The headings of the editors' menu, in the order in which they stand there.</summary>
public enum NavigationGroup
{
    /// <summary>Above all headings.</summary>
    None,
    /// <summary>Texts and what belongs to them.</summary>
    Content,
    /// <summary>What citizens send in.</summary>
    Participation,
    /// <summary>What gives the site its shape.</summary>
    Structure,
    People,
    /// <summary>What holds for the whole site.</summary>
    Site,
}

/// <param name="Needs">Only who has this permission sees the link; null = everybody.</param>
public sealed record NavigationLink(int Position, string Text, string Href, Permission? Needs)
{
    /// <summary>Links below this one; they have none below them.</summary>
    public IReadOnlyList<NavigationLink> Children { get; init; } = [];

    /// <summary>Its heading in the editors' menu.</summary>
    public NavigationGroup Group { get; init; }
}

public sealed class NavigationBuilder
{
    readonly List<NavigationLink> links = [];

    /// <param name="position">Place among the links of the same group.</param>
    public NavigationBuilder Add(int position, string text, string href, Permission? needs = null, IReadOnlyList<NavigationLink>? children = null, NavigationGroup group = NavigationGroup.None)
    {
        links.Add(new(position, text, href, needs) { Children = children ?? [], Group = group });
        return this;
    }

    internal IReadOnlyList<NavigationLink> Links => [.. links.OrderBy(l => l.Group).ThenBy(l => l.Position)];
}
