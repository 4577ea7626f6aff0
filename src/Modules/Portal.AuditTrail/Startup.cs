using Microsoft.Extensions.DependencyInjection;
using Portal.AuditTrail.Actions;
using Portal.AuditTrail.Models;
using Portal.AuditTrail.Queries;
using Portal.Cms;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Contents.Models;

namespace Portal.AuditTrail;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddActions<SaveRetention>()
        .AddQueries<AuditPage>()
        .AddScoped<Retention>()
        .AddScoped<IEditorPanel, ItemEvents>()
        .AddScoped<IRetentionPeriod, RetentionOfEntries>()
        .AddPermissions<AuditTrailPermissions>()
        .AddNavigation<AuditNavigation>()
        .AddJob<TrimAuditTrail>(every: TimeSpan.FromHours(12))
        .AddPersonalDataLabels(AuditWords.Labels)
        .AddImpersonalTables("AuditTrailCut");
}
