using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Security;

namespace Portal.Cms.Localization;

/// <summary>The culture of a request stands in its path: <c>/sr-Latn/…</c>. Where it does not (editors' pages, pages of accounts, API), what counts is the account's choice; then <c>?lang=</c>, with which links and mails carry a culture along; then this device's choice; then what the browser asks for.</summary>
public static class CultureRouting
{
    /// <summary>Name of the cookie that the language picker sets on a device.</summary>
    public const string ChoiceCookie = "culture";

    /// <summary>Query key that carries a culture to a page without one in its path.</summary>
    public const string QueryKey = "lang";

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

    static Culture WithoutPath(HttpContext context)
    {
        var request = context.Request;
        if (Culture.TryFrom(context.User.FindFirst(CurrentUser.CultureClaim)?.Value, out var ofAccount)) return ofAccount;
        // A program says what it wants in a header alone.
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return Culture.Negotiate(request.Headers.AcceptLanguage);
        if (Culture.TryFrom(request.Query[QueryKey], out var carried)) return carried;
        return Culture.TryFrom(request.Cookies[ChoiceCookie], out var ofDevice) ? ofDevice : Culture.Negotiate(request.Headers.AcceptLanguage);
    }
}

/// <summary>Route constraint <c>culture</c>: the segment is one of the portal's culture codes.</summary>
public sealed class CultureConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string code && Culture.All.Any(c => c.Code == code);
}
