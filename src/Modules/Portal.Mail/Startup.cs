using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Modules;
using Portal.Mail.Actions;
using Portal.Mail.Delivery;

namespace Portal.Mail;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddActions<SendMail>().AddOutboxHandler<MailDelivery>().AddSingleton<MailEnvelope>();
        services.AddSingleton<PickupFolder>().AddSingleton<SmtpServer>();
        services.AddSingleton<IMailTransport>(s => s.GetRequiredService<IOptions<SmtpSettings>>().Value.IsConfigured ? s.GetRequiredService<SmtpServer>() : s.GetRequiredService<PickupFolder>());
        services.AddOptions<SmtpSettings>().BindConfiguration(SmtpSettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpSettings>, SmtpSettingsCheck>();
    }
}
