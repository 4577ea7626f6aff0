using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Media;
using Portal.Cms.Modules;
using Portal.Media.Actions;
using Portal.Media.Documents;
using Portal.Media.Files;
using Portal.Media.Queries;
using Portal.Media.Serving;
using Portal.Media.Usages;

namespace Portal.Media;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddActions<UploadMedia>()
        .AddQueries<MediaLibrary>()
        .AddSingleton<MediaStore>().AddSingleton<FileCleaning>().AddSingleton<MediaCatalogue>().AddSingleton<IMediaCatalogue>(s => s.GetRequiredService<MediaCatalogue>()).AddSingleton<RenditionMaker>()
        .AddScoped<MediaAccess>().AddScoped<MediaFolders>().AddScoped<FolderNames>().AddScoped<MediaChanges>().AddScoped<MediaCheck>()
        .AddScoped<IMediaIntake>(s => s.GetRequiredService<TakeInMedia>()).AddScoped<IMediaWords, DocumentWords>()
        .AddContentHandler<MediaHandler>()
        .AddOutboxHandler<DocumentReading>()
        .AddJob<TakeInStrays>(every: TimeSpan.FromMinutes(5)).AddJob<SettleReplacements>(every: TimeSpan.FromMinutes(5)).AddJob<EmptyMediaBin>(every: TimeSpan.FromHours(6))
        .AddPermissions<MediaPermissions>()
        .AddNavigation<MediaNavigation>()
        .AddAccountHandler<OwnersWhoLeave>().AddProcessing(Processing.Files).AddImpersonalTables("MediaFolder", "MediaText", "MediaUsage")
        .Configure<MvcOptions>(o => o.Filters.Add<CatalogueFilter>());
}
