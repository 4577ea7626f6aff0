using Microsoft.AspNetCore.Http;

namespace Portal.Cms.Http;

/// <summary>The headers that every response carries. Pages need no inline script or style, so the policy is this site alone.</summary>
public static class SecurityHeaders
{
    const string ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    const string PermissionsPolicy = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        // At the last moment: the page that reports a failure begins by taking all headers away. What a page said stricter itself stays.
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", PermissionsPolicy);
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
