using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Modules;

namespace Portal.Mail;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<SendMail>();
}
