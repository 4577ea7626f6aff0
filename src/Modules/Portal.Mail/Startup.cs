using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Privacy;
using Portal.Cms.Modules;
using Portal.Mail.Actions;
using Portal.Mail.Delivery;

namespace Portal.Mail;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSettings(MailDelivery.Group).AddActions<SendMail>().AddOutboxHandler<MailDelivery>().AddSingleton<MailEnvelope>()
            .AddProcessing(new ProcessingActivity(
            "Mail on its way",
            "To deliver it, once what it tells of is certain.",
            "Address and text.",
            "Until it is delivered.",
            "In the database, encrypted; then with the mail server.", "Outbox"));
        services.AddScoped<IRetentionPeriod, RetentionOfMails>().AddOutboxHandler<ForgetMails>().AddJob<EmptyPickupFolder>(every: TimeSpan.FromHours(1));
        services.AddOptions<PickupSettings>().BindConfiguration(PickupSettings.Section).Validate(p => p.Hours is >= 1 and <= 720, $"{PickupSettings.Section}:Hours is a number from 1 to 720.").ValidateOnStart();
        services.AddSingleton<PickupFolder>().AddSingleton<SmtpServer>();
        services.AddSingleton<IMailTransport>(s => s.GetRequiredService<IOptions<SmtpSettings>>().Value.IsConfigured ? s.GetRequiredService<SmtpServer>() : s.GetRequiredService<PickupFolder>());
        services.AddOptions<SmtpSettings>().BindConfiguration(SmtpSettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpSettings>, SmtpSettingsCheck>();
    }
}
