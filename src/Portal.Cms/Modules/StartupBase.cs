using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Cms.Modules;

/// <summary>What a feature adds to the portal. Runs only while its feature is enabled, after the features it depends on.</summary>
public abstract class StartupBase
{
    public virtual void ConfigureServices(IServiceCollection services) { }

    public virtual void Configure(IEndpointRouteBuilder routes) { }
}
