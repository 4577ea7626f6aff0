using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Modules;

namespace Portal.Contents;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) { }
}
