using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Portal.Cms.Caching;

namespace Portal.Cms.Settings;

/// <summary>What links begin with that have to be whole. In mails that is the site's own address (setting <c>BaseUrl</c>). What a request says of its host is believed only where the operator named the hosts, or on this machine itself: else anybody could have a mail sent whose link leads to them.</summary>
public sealed class SiteAddress(SiteSettings settings, PageCaching caching, IHttpContextAccessor http, IConfiguration configuration)
{
    public static readonly Problem Unknown = Problem.Conflict("The site does not know its own address yet, so it cannot mail links. Please tell those who run it.");

    /// <returns>Scheme and host; null where nobody has set it.</returns>
    public async ValueTask<string?> FindAsync()
    {
        if (await settings.BaseUrlAsync() is { Length: > 0 } set) return set;
        return http.HttpContext?.Request is { } request && IsTrusted(request.Host.Host) ? $"{request.Scheme}://{request.Host}" : null;
    }

    /// <summary>What addresses begin with on a page that has to give them whole. Where nobody has set the site's own, the request's stands in; then the page is not kept, for the next visitor must not read what this one said.</summary>
    public async ValueTask<string> OnPageAsync()
    {
        if (await settings.BaseUrlAsync() is { Length: > 0 } set) return set;
        caching.IsPublic = false;
        var request = http.HttpContext!.Request;
        return $"{request.Scheme}://{request.Host}";
    }

    bool IsTrusted(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || configuration["AllowedHosts"]?.Split(';', StringSplitOptions.TrimEntries).Contains(host, StringComparer.OrdinalIgnoreCase) == true;
}
