using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Cms.Http;

/// <summary>Accepts a form only from this site's own pages, by what the browser says of where it comes from. For guests, who have no session that a foreign page could abuse but whose words must be their own.</summary>
/// <remarks>Fetch Metadata (W3C) first; browsers without it send Origin with every POST. A program that sends neither acts for nobody but itself.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class SameSiteOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!IsOwn(context.HttpContext.Request)) context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    public static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        // Tor Browser and strict referrer policies send "null"; then the ticket alone has to do.
        return origin is "" or "null" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
