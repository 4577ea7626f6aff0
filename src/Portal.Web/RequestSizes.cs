using Microsoft.AspNetCore.Server.Kestrel.Core;
using Portal.Cms;

namespace Portal.Web;

/// <summary>How much, and how slowly, one connection may ask: whoever sends a byte a minute must not hold a place for hours.</summary>
static class RequestSizes
{
    public static void Limit(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = CmsServices.LargestRequest;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(90);
        // Bytes per second, after a pause for connections that begin slowly.
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MinResponseDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(20));
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
