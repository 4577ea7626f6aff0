using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>Which content a public request is for: the route values of every <c>Detail</c> and <c>List</c> action.</summary>
/// <param name="Id">ContentItemId in this culture; null on lists.</param>
/// <param name="Set">Localization set; empty on lists.</param>
public sealed record ContentRoute(Culture Culture, string ContentType, string? Id, string Set)
{
    public static ContentRoute Of(HttpContext context) => (ContentRoute)context.Items[typeof(ContentRoute)]!;
}

/// <summary>Leads <c>/{culture}/{path}</c> to the controller of the content type that stands there; an old address to its new one; an address of another culture to the missing-translation page.</summary>
public sealed class ContentRouteTransformer(ContentAddresses addresses, ContentTypes types, SiblingAddresses siblings) : DynamicRouteValueTransformer
{
    /// <summary>What stands behind the address of a list at the address of its feed.</summary>
    public const string FeedAddress = "/feed.atom";

    public override async ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values)
    {
        if (Culture.FromPath(httpContext.Request.Path) is not { } culture || values["path"] is not string path) return null!;
        path = path.TrimEnd('/');

        if (types.ListedAt(culture, path) is { } listed) return To(listed.ListController, "List", new(culture, listed.Name, null, ""));
        if (path.EndsWith(FeedAddress, StringComparison.Ordinal) && types.ListedAt(culture, path[..^FeedAddress.Length]) is { Listing: not null } fed) return To("Feed", "Type", new(culture, fed.Name, null, ""));
        if (await addresses.FindAsync(culture, path, httpContext.RequestAborted) is { } found) return found.MovedTo is { } moved ? Moved(culture, moved) : Found(found, culture);
        return await siblings.FindAsync(culture, path, httpContext.RequestAborted) switch
        {
            null => null!,
            { Address: { } address } => Moved(culture, address),
            { } missing => To("MissingTranslation", "Show", new(culture, missing.ContentType, null, missing.LocalizationSet)),
        };

        RouteValueDictionary Found(ContentAddress address, Culture inCulture) =>
            types.Find(address.ContentType)?.Controller is { } controller ? To(controller, "Detail", new(inCulture, address.ContentType, address.ContentItemId, address.LocalizationSet)) : null!;

        RouteValueDictionary Moved(Culture inCulture, string to)
        {
            httpContext.Items[typeof(MovedController)] = $"/{inCulture.Code}/{to}{httpContext.Request.QueryString}";
            return new() { ["controller"] = "Moved", ["action"] = "Permanently" };
        }

        RouteValueDictionary To(string controller, string action, ContentRoute route)
        {
            httpContext.Items[typeof(ContentRoute)] = route;
            return new() { ["controller"] = controller, ["action"] = action };
        }
    }
}

/// <summary>Answers requests for an address that an item no longer has.</summary>
public sealed class MovedController : Controller
{
    public IActionResult Permanently() => HttpContext.Items[typeof(MovedController)] is string to ? LocalRedirectPermanent(to) : NotFound();
}
