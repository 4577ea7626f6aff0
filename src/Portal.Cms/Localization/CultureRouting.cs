using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Security;

namespace Portal.Cms.Localization;

/// <summary>The culture of a request stands in its path: <c>/sr-Latn/…</c>. Where it does not (editors' pages, API), the account's or the browser's choice counts.</summary>
public static class CultureRouting
{
    extension(Culture)
    {
        /// <returns>The culture that the path begins with, spelled exactly as its code; null where there is none.</returns>
        public static Culture? FromPath(PathString path)
        {
            var text = path.Value.AsSpan();
            if (text.Length < 3) return null;
            text = text[1..];
            var end = text.IndexOf('/');
            var segment = end < 0 ? text : text[..end];
            foreach (var culture in Culture.All)
            {
                if (segment.SequenceEqual(culture.Code)) return culture;
            }

            return null;
        }
    }

    /// <summary>Makes the request's culture the current one, for texts, dates and numbers.</summary>
    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var culture = Culture.FromPath(AskedFor(context)) ?? WithoutPath(context);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.FormatCulture;
        context.Response.Headers.ContentLanguage = culture.HtmlLang;
        return next(context);
    }

    /// <summary>The path the visitor asked for: an error page runs under a path of its own, in the culture of the page that failed.</summary>
    static PathString AskedFor(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;

    static Culture WithoutPath(HttpContext context) =>
        Culture.TryFrom(context.User.FindFirst(CurrentUser.CultureClaim)?.Value, out var chosen) ? chosen : Culture.Negotiate(context.Request.Headers.AcceptLanguage);
}

/// <summary>Route constraint <c>culture</c>: the segment is one of the portal's culture codes.</summary>
public sealed class CultureConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string code && Culture.All.Any(c => c.Code == code);
}
