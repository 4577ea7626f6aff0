using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Portal.Web;

/// <summary>Believes what a reverse proxy says of host and scheme, but only a proxy that the operator named in <c>Portal:Proxy</c>: addresses or networks, separated by commas.</summary>
public static class TrustedProxy
{
    /// <exception cref="PortalConfigurationException">The setting names something that is no address.</exception>
    public static void UseTrustedProxy(this WebApplication app)
    {
        if (app.Configuration["Portal:Proxy"] is not { Length: > 0 } named) return;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(entry, out var address)) options.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(entry, out var network)) options.KnownIPNetworks.Add(network);
            else throw new PortalConfigurationException($"Portal:Proxy names {entry}, which is neither an address nor a network.");
        }

        app.UseForwardedHeaders(options);
    }
}
