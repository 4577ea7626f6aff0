using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Portal.Cms.Http;

/// <summary>Gives cookies the prefix <c>__Host-</c> on encrypted connections: a browser then takes them from this very host only, encrypted only, for all of it; no neighbour under the same domain can slip one in (RFC 6265bis). On plain connections, which there are on one's own machine only, browsers would refuse the prefix.</summary>
public sealed class HostCookies : ICookieManager
{
    public const string Prefix = "__Host-";

    readonly ChunkingCookieManager cookies = new();

    /// <summary>Whether the request brings a cookie of this name, with or without the prefix.</summary>
    public static bool Has(HttpRequest request, string name) => request.Cookies.ContainsKey(NameFor(request, name));

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameFor(context.Request, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => cookies.AppendResponseCookie(context, NameFor(context.Request, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, NameFor(context.Request, key), options);

    static string NameFor(HttpRequest request, string name) => request.IsHttps ? Prefix + name : name;
}
