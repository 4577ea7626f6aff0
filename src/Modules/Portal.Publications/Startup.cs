using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Modules;

namespace Portal.Publications;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) { }
}
