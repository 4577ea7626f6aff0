namespace Portal.Site.Models;

/// <summary>The taxonomies by which everything else is found; each term is a content item, one set with a name per culture.</summary>
public static class Taxonomies
{
    public static IReadOnlyList<string> All { get; } = [nameof(Theme), nameof(Municipality)];
}
