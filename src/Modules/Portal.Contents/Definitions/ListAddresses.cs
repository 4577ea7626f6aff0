using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Contents.Definitions;

/// <summary>Knows which first segments below a culture are taken: by lists of other types, by pages, by pages that the portal has itself.</summary>
public sealed class ListAddresses(PortalDb db, ContentTypes types, EndpointDataSource endpoints)
{
    /// <returns>Where a type's names put its list, by culture.</returns>
    /// <param name="names">What one of its items is called, by culture.</param>
    /// <param name="listNames">What many of them are called, by culture.</param>
    /// <param name="label">What stands in where a culture has neither.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> listNames, string label)
    {
        var titles = TypeComposer.TitlesOf(names, listNames);
        return Culture.ContentCultures.ToDictionary(c => c.Code, c => TypeComposer.SlugOf(titles, titles.GetValueOrDefault("en") ?? label, c), StringComparer.Ordinal);
    }

    /// <returns>Why the list of a new type cannot stand at these addresses; null = it can.</returns>
    /// <param name="listsAt">First segments below the culture, by culture.</param>
    public async Task<Problem?> TakenAsync(IReadOnlyDictionary<string, string> listsAt, CancellationToken cancel)
    {
        foreach (var culture in Culture.ContentCultures)
        {
            var (slug, code) = (listsAt[culture.Code], culture.Code);
            var below = slug + "/%";
            if (IsPortals(culture, slug) || types.ListedAt(culture, slug) is not null || await db.ContentPaths.AnyAsync(p => p.Culture == code && (p.Path == slug || EF.Functions.Like(p.Path, below)), cancel))
                return Problem.Invalid($"listNames.{code}", "The list would stand at {0}, where something else is already. Choose another name.", $"/{code}/{slug}");
        }

        return null;
    }

    /// <summary>Whether a page of the portal itself stands there, in every language or in this one alone.</summary>
    bool IsPortals(Culture culture, string slug) => endpoints.Endpoints.OfType<RouteEndpoint>().Any(e => e.RoutePattern.PathSegments is [{ Parts: [var first] }, { Parts: [RoutePatternLiteralPart second] }, ..]
        && (first is RoutePatternParameterPart { Name: "culture" } || (first is RoutePatternLiteralPart literal && literal.Content == culture.Code)) && string.Equals(second.Content, slug, StringComparison.OrdinalIgnoreCase));
}
