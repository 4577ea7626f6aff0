using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Http;
using Portal.Cms.Jobs;
using Portal.Cms.Localization;
using Portal.Cms.Media;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Cms.Search;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Cms;

/// <summary>Registers the kernel, and gives modules short words for what they register.</summary>
public static class CmsServices
{
    /// <summary>The largest body of a request that is not an upload, in bytes.</summary>
    public const long LargestRequest = 1024 * 1024;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddPortalCms()
        {
            services.TryAddSingleton(TimeProvider.System);
            services.AddPortalLocalization();
            services.AddSingleton<Evictions>().AddSingleton<TaggedCache>().AddSingleton<ChangeNotifier>().AddSingleton<OutboxSignal>();
            services.AddSingleton<OutboxWorker>().AddSingleton<IMediaCatalogue, NoMediaCatalogue>().AddSingleton<MediaFiles>().AddSingleton<MarkdownRenderer>().AddSingleton<Content.Definitions.StoredDefinitions>().AddSingleton<ContentTypes>();
            services.AddScoped<UnitOfWork>().AddScoped<AuditTrail>().AddScoped<CurrentUser>().AddScoped<RolePermissions>().AddScoped<NotificationChoices>().AddScoped<SiteSettings>().AddScoped<SiteAddress>().AddHttpContextAccessor();
            services.AddSingleton<ViewStore>().AddScoped<KeptViews>().AddScoped<PageCaching>().AddScoped<PageFrame>().AddScoped<Navigation>().AddScoped<ContentSections>().AddScoped<SchemaOrg>();
            services.AddScoped<ContentStore>().AddScoped<ContentHandlers>().AddScoped<ContentAccess>().AddScoped<ContentAddresses>().AddScoped<ContentTitles>().AddScoped<PublishedContent>().AddScoped<SiblingAddresses>();
            services.AddScoped<ContentNames>().AddScoped<TermTree>().AddScoped<ContentEntries>().AddScoped<ContentList>().AddScoped<ListFacets>().AddContentHandler<ContentIndexer>();
            services.AddScoped<Aliases>().AddScoped<ContentHandler>(s => s.GetRequiredService<Aliases>());
            services.AddScoped<ContentSchedules>().AddScoped<ContentHandler>(s => s.GetRequiredService<ContentSchedules>()).AddScoped<ActingPerson>();
            services.AddSingleton<UploadFolder>().AddJob<ForgetUploads>(every: TimeSpan.FromHours(1));
            services.AddScoped<ContentRouteTransformer>().AddJob<DeleteDeadMessages>(every: TimeSpan.FromHours(12)).AddJob<RefreshStatistics>(every: TimeSpan.FromHours(1));
            services.AddActionsOf(typeof(CmsServices).Assembly);
            services.AddPermissions<StandardPermissions>().AddPermissions<ContentPermissions>();
            services.AddSingleton<ContentTypePermissions>().AddSingleton<IPermissionProvider>(s => s.GetRequiredService<ContentTypePermissions>()).AddScoped<ContentPublishers>();

            services.AddDataProtection().SetApplicationName("Portal");
            services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
                new ConfigureOptions<KeyManagementOptions>(o =>
                {
                    o.XmlRepository = ActivatorUtilities.CreateInstance<DatabaseKeyRing>(s);
                    o.XmlEncryptor = ActivatorUtilities.CreateInstance<KeyFileEncryptor>(s);
                }));
            services.AddScoped<KeyRingCheck>().AddSingleton<KeyFile>().AddSingleton<RequestLimits>();
            services.AddSingleton<ErasureRegister>().AddOutboxHandler<ErasureDelivery>().AddScoped<PersonalDataFile>();

            services.AddOutputCache(o => o.SizeLimit = 32 * 1024 * 1024);
            services.AddSingleton<IConfigureOptions<OutputCacheOptions>>(s =>
                new ConfigureOptions<OutputCacheOptions>(o => o.AddBasePolicy(new PublicPagePolicy(s.GetRequiredService<TimeProvider>()))));

            services.Configure<MvcOptions>(o =>
            {
                o.Filters.Add<PageFrameFilter>();
                o.Filters.Add<UnreadableForm>();
                // Actions say what is missing, in the reader's language; the platform would say it in English.
                o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
            services.Configure<RouteOptions>(o => o.ConstraintMap["culture"] = typeof(CultureConstraint));
            services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new ThemeViewLocations()));
            services.AddProblemDetails();
            // Letters of every script as they are: as character references a Serbian page would be several times larger.
            services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
            return services;
        }

        /// <summary>The background work of a serving process: outbox, change log and the jobs of modules registered before. The command line and tests do without.</summary>
        public IServiceCollection AddPortalWorkers()
        {
            services.AddHostedService(s => s.GetRequiredService<OutboxWorker>());
            services.AddHostedService<ChangeLogTail>();
            services.AddHostedService<PortalWorkers>();
            return services.AddJobSchedule();
        }

        /// <summary>Background work that runs in serving processes, beside outbox and change log. What is done every few minutes or hours is a job instead.</summary>
        public IServiceCollection AddWorker<TWorker>() where TWorker : class, IHostedService => services.AddSingleton(s => new PortalWorker(ActivatorUtilities.CreateInstance<TWorker>(s)));

        /// <summary>Every action class of the assembly that <typeparamref name="TAction"/> is in: public classes in a namespace that ends in <c>.Actions</c>.</summary>
        public IServiceCollection AddActions<TAction>() => services.AddActionsOf(typeof(TAction).Assembly);

        /// <summary>Every query class of the assembly that <typeparamref name="TQuery"/> is in: public classes in a namespace that ends in <c>.Queries</c>.</summary>
        public IServiceCollection AddQueries<TQuery>() => services.AddAllIn(typeof(TQuery).Assembly, ".Queries");

        public IServiceCollection AddContentType(ContentTypeDefinition type) => services.AddSingleton(type);

        public IServiceCollection AddContentHandler<THandler>() where THandler : ContentHandler => services.AddScoped<ContentHandler, THandler>();

        public IServiceCollection AddContentSection<TSection>() where TSection : class, IContentSection => services.AddScoped<IContentSection, TSection>();

        public IServiceCollection AddEntryDetails<TDetails>() where TDetails : class, IEntryDetails => services.AddScoped<IEntryDetails, TDetails>();

        public IServiceCollection AddNavigation<TProvider>() where TProvider : class, INavigationProvider => services.AddScoped<INavigationProvider, TProvider>();

        public IServiceCollection AddPermissions<TProvider>() where TProvider : class, IPermissionProvider => services.AddSingleton<IPermissionProvider, TProvider>();

        public IServiceCollection AddAccountHandler<THandler>() where THandler : class, IAccountHandler => services.AddScoped<IAccountHandler, THandler>();

        public IServiceCollection AddNotificationKind(NotificationKind kind) => services.AddSingleton(kind);

        public IServiceCollection AddOutboxHandler<THandler>() where THandler : class, IOutboxHandler => services.AddScoped<IOutboxHandler, THandler>();

        /// <summary>Declares what a module does with data about people.</summary>
        public IServiceCollection AddProcessing(ProcessingActivity activity) => services.AddSingleton(activity);

        /// <summary>Declares tables that hold nothing about people.</summary>
        public IServiceCollection AddImpersonalTables(params string[] tables) => services.AddSingleton(new ImpersonalTables(tables));

        /// <summary>What the members of a module's personal data are called to the person.</summary>
        public IServiceCollection AddPersonalDataLabels(PersonalDataLabels labels) => services.AddSingleton(labels);

        public IServiceCollection AddPersonalData<TData>() where TData : class, IPersonalData => services.AddScoped<IPersonalData, TData>();

        /// <summary>Adds a group to the pages of the site's settings.</summary>
        public IServiceCollection AddSettings(SettingsGroup group) => services.AddSingleton(group);

        /// <param name="every">Pause between the beginnings of two runs.</param>
        public IServiceCollection AddJob<TJob>(TimeSpan every) where TJob : class, IJob => services.AddScoped<TJob>().AddSingleton(new JobRegistration(typeof(TJob), every));

        IServiceCollection AddActionsOf(Assembly assembly) => services.AddAllIn(assembly, ".Actions");

        IServiceCollection AddAllIn(Assembly assembly, string namespaceEnd)
        {
            foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && !t.IsAssignableTo(typeof(Exception)) && t.Namespace?.EndsWith(namespaceEnd, StringComparison.Ordinal) == true))
            {
                // Records in these namespaces are inputs and answers, made by whoever calls.
                if (type.GetMethod("<Clone>$") is null) services.AddScoped(type);
            }

            return services;
        }
    }

    /// <summary>The last route of all: whatever stands below a culture and nobody else claimed is looked up as content.</summary>
    /// <remarks>One route for each culture, by its name: a pattern would stand beside every other first segment and take their 405 from them.</remarks>
    public static void MapContent(this IEndpointRouteBuilder routes)
    {
        foreach (var culture in Culture.All) routes.MapDynamicControllerRoute<ContentRouteTransformer>($"{culture.Code}/{{**path}}");
    }
}
