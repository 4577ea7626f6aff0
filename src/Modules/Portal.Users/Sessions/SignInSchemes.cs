using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Caching;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Users.Models;
using Portal.Users.Tokens;

namespace Portal.Users.Sessions;

/// <summary>Who is asking: pages take the session's cookie, the API takes tokens. No foreign page can make a browser use the API in its owner's name.</summary>
static class SignInSchemes
{
    const string CookieOrToken = "CookieOrToken";

    public static void AddSignInSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, o => o.ForwardDefaultSelector = context => IsApi(context.Request) ? TokenAuthentication.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, UseSessions)
            .AddCookie(PendingSignIn.Scheme, o => ShortLived(o, "portal-pending"))
            // The platform keeps here what a passkey is to answer.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => ShortLived(o, "portal-passkey"));
        services.Configure<AntiforgeryOptions>(o =>
        {
            o.Cookie.Name = "portal-form";
            // The content security policy says it for every page already.
            o.SuppressXFrameOptionsHeader = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    static void UseSessions(CookieAuthenticationOptions o)
    {
        Strict(o, PublicPagePolicy.SignInCookie);
        // Lax: who follows a link from a mail to the editors' pages is signed in there. Forms are protected by their tokens.
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.ExpireTimeSpan = UserSession.LongestPause;
        o.SlidingExpiration = true;
        o.LoginPath = "/sign-in";
        o.ReturnUrlParameter = "returnUrl";
        o.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = SessionCookie.ValidateAsync,
            OnRedirectToLogin = context =>
            {
                // The culture of the page that led here.
                var carried = Culture.TryFrom(context.Request.Query[CultureRouting.QueryKey], out var culture) ? $"&{CultureRouting.QueryKey}={culture.Code}" : "";
                context.Response.Redirect(context.RedirectUri + carried);
                return Task.CompletedTask;
            },
            OnRedirectToAccessDenied = context =>
            {
                // The page that was asked for says so itself, in the reader's language; there is nowhere to go to.
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            },
        };
    }

    static void ShortLived(CookieAuthenticationOptions o, string name)
    {
        Strict(o, name);
        o.ExpireTimeSpan = PendingSignIn.Patience;
        o.SlidingExpiration = false;
    }

    static void Strict(CookieAuthenticationOptions o, string name)
    {
        o.Cookie.Name = name;
        o.CookieManager = new HostCookies();
        o.Cookie.Path = "/";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Strict;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Routes do not mind capital letters, so this must not either.</summary>
    static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
