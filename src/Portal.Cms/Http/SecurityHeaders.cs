using Microsoft.AspNetCore.Http;

namespace Portal.Cms.Http;

/// <summary>The headers that every response carries. Pages need no inline script or style, so the policy is this site alone, and of it only what pages use.</summary>
public static class SecurityHeaders
{
    const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; worker-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Nothing of a device but its screen in full, and passkeys.</summary>
    const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), "
        + "picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=(), fullscreen=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    /// <summary>A year; told on encrypted connections only, as RFC 6797 asks.</summary>
    const string StrictTransportSecurity = "max-age=31536000; includeSubDomains";

    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        // At the last moment: the page that reports a failure begins by taking all headers away. What a page said stricter itself stays.
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", PermissionsPolicy);
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            if (context.Request.IsHttps) headers.TryAdd("Strict-Transport-Security", StrictTransportSecurity);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
