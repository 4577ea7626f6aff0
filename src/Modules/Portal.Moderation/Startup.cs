using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Jobs;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Consultations.Api;
using Portal.Consultations.Checklist;
using Portal.Moderation.Actions;
using Portal.Moderation.Api;
using Portal.Moderation.Erasure;
using Portal.Moderation.Panels;
using Portal.Moderation.Queries;
using Portal.Recipes.Steps;
using Portal.TransparencyLog.Api;
using Portal.Moderation.Sections;

namespace Portal.Moderation;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddActions<ReceiveSubmission>()
        .AddQueries<QueuePage>()
        .AddSingleton<Tickets>()
        .AddScoped<SubmissionContacts>()
        .AddScoped<SubmissionHistory>()
        .AddScoped<SubmissionIntake>()
        .AddScoped<SlipWords>()
        .AddScoped<IRecipeStep, ModerationReasonsStep>()
        .AddScoped<SubmissionErasure>()
        .AddImpersonalTables("ModerationReason")
        .AddProcessing(new ProcessingActivity(
            "Following a consultation",
            "To tell those who asked for it what becomes of a consultation.",
            "The address.",
            "Until they stop it.",
            "In the database, encrypted, joined to no comment. It stands on no page.", "Follower", "FollowerNotice"))
        .AddProcessing(new ProcessingActivity(
            "Comments on consultations",
            "They are the contribution itself; who sends one agrees to it.",
            "Text, language, section and time; a name, an organisation, files, what one says about oneself, the words of an appeal and the account only if given; which version of the consent; a fingerprint of the receipt; decisions on it.",
            "A published text stays. Names, unpublished texts and hidden passages are erased after the time that the consultation names. At once, if its author asks.",
            "In the database. Moderators read them; what is published, everybody.", "Submission", "SubmissionVersion", "SubmissionDecision", "SubmissionEvent", "SubmissionClaim", "SubmissionEscalation", "SubmissionReport", "QueueAlert", "SubmissionAppeal", "SubmissionAttachment", "SubmissionDemographics", "SubmissionFingerprint", "SubmissionLabel", "CommentSupport", "OfflineEntry"))
        .AddProcessing(new ProcessingActivity(
            "E-mail addresses of authors",
            "To send the receipt and the decision.",
            "The address, only if given.",
            "30 days after the last decision.",
            "In the database, encrypted, apart from the comment. It stands on no page.", "SubmissionContact"))
        .AddScoped<IRetentionPeriod, RetentionOfComments>()
        .AddScoped<IErasureReplay, SubmissionErasureReplay>()
        .AddPersonalData<SubmissionsOfAccount>().AddPersonalData<FollowsOfAccount>().AddPersonalDataLabels(PersonalDataNames.Labels)
        .AddNotificationKind(DecisionMails.OnOwnComments).AddNotificationKind(AnnouncePhases.Kind).AddNotificationKind(ModeratorMails.Kind)
        .AddJob<RetentionClock>(every: TimeSpan.FromHours(1))
        .AddScoped<ILogSource, SubmissionLogSource>()
        .AddScoped<SubmissionMails>()
        .AddScoped<DecisionMails>()
        .AddScoped<ReasonList>()
        .AddScoped<ModeratorMails>()
        .AddScoped<ModerationSettings>().AddSettings(ModerationSettings.Group)
        .AddScoped<MergedSubmissions>()
        .AddScoped<ISubmissionExtra, ModeratorNotes>()
        .AddParticipation()
        .AddSingleton<IConsentVersion, Consent>().AddSingleton<ConsentTexts>().AddConsent(Consent.Texts)
        .AddScoped<ICommentCounts, PublishedComments>()
        .AddContentSection<PublishedComments>()
        .AddScoped<IAnnouncementCheck, ModeratorsAreThere>()
        .AddContentSection<OwnSubmissions>()
        .AddContentSection<OwnFollows>()
        .AddAccountHandler<AuthorsWhoLeave>().AddAccountHandler<FollowsOfAccount>()
        .AddScoped<IContentImporter, SubmissionImporter>()
        .AddNavigation<ModerationNavigation>()
        .AddScoped<IDashboardPanel, WaitingConsultations>()
        .AddPermissions<ModerationPermissions>()
        .AddJob<AlertWhenQueueWaits>(every: TimeSpan.FromMinutes(5));

    public override void Configure(IEndpointRouteBuilder routes)
    {
        routes.MapModerationApi();
        routes.MapModerationRecord();
    }
}
