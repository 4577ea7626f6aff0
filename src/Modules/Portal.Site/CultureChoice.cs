using Microsoft.AspNetCore.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;

namespace Portal.Site;

/// <summary>The culture a visitor chose: by the account, or by the picker on this device. Merely visiting a page chooses nothing.</summary>
public static class CultureChoice
{
    public const string Cookie = CultureRouting.ChoiceCookie;

    /// <summary>For an address without a culture: the account's choice, then this device's, then what the browser asks for, then the site's.</summary>
    /// <param name="ofSite">Code of the culture for whose browser asks for none of ours; null = English.</param>
    public static Culture For(HttpRequest request, CurrentUser user, string? ofSite = null)
    {
        if (Culture.TryFrom(user.Culture, out var ofAccount)) return ofAccount;
        return Culture.TryFrom(request.Cookies[Cookie], out var chosen) ? chosen : Culture.Negotiate(request.Headers.AcceptLanguage, Culture.TryFrom(ofSite, out var usual) ? usual : Culture.En);
    }

    public static void Keep(HttpContext context, Culture culture) => context.Response.Cookies.Append(Cookie, culture.Code, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
