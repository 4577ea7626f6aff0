using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Moderation.Abuse;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation;

static class ParticipationServices
{
    /// <summary>What citizens need: files, confirmed addresses, following, and what keeps machines at bay.</summary>
    public static IServiceCollection AddParticipation(this IServiceCollection services)
    {
        services.AddOptions<ParticipationSettings>().BindConfiguration(ParticipationSettings.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ParticipationSettings>, ParticipationSettingsCheck>()
            .AddSingleton<AddressKeys>().AddSingleton<ConfirmationLinks>().AddSingleton<FollowerAddresses>()
            .AddScoped<ParticipationMails>()
            .AddScoped<ISubmissionExtra, ParticipationErasure>().AddOutboxHandler<FileErasure>()
            .AddScoped<Challenges>().AddScoped<AbuseControl>()
            .AddSingleton<FileStore>().AddSingleton<CleanFile>().AddSingleton<HeldFiles>()
            .AddContentSection<FollowSection>()
            .AddJob<ExpireUnconfirmed>(every: TimeSpan.FromMinutes(10))
            .AddJob<AnnouncePhases>(every: TimeSpan.FromMinutes(5))
            .AddJob<DiscardHeldFiles>(every: TimeSpan.FromHours(1));
    }
}
