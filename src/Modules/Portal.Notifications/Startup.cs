using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Jobs;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Notifications.Actions;
using Portal.Notifications.Digest;
using Portal.Notifications.Queries;
using Portal.Notifications.Sections;

namespace Portal.Notifications;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services
            .AddActions<Notify>()
            .AddQueries<NotificationList>()
            .AddScoped<UnreadNotifications>()
            .AddScoped<DigestMails>()
            .AddJob<SendDigests>(every: TimeSpan.FromMinutes(15))
            .AddJob<ForgetNotifications>(every: TimeSpan.FromHours(12))
            .AddContentSection<NotificationsOfAccount>()
            .AddAccountHandler<PeopleWhoLeave>()
            .AddScoped<NotificationData>().AddPersonalData<NotificationData>().AddPersonalDataLabels(NotificationData.Labels)
            .AddProcessing(new ProcessingActivity(
                "Notifications",
                "So that people learn what happened to what they work on.",
                "Account, what happened to which text, who did it, when it was read, and the day of the last mail.",
                "90 days.",
                "In the database. The person who was told sees it.", "Notification", "NotificationDigest"));
        services.Configure<MvcOptions>(o => o.Filters.Add<UnreadNotificationsFilter>());
    }
}
