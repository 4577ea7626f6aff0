using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Modules;
using Portal.Contents.Models;
using Portal.Translations.Actions;
using Portal.Translations.Exchange;
using Portal.Translations.Indexes;
using Portal.Translations.Interface;
using Portal.Translations.Queries;

namespace Portal.Translations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddQueries<TranslationBoard>()
        .AddActions<SaveTranslation>()
        .AddPermissions<TranslationPermissions>()
        .AddNavigation<TranslationsNavigation>()
        .AddScoped<TranslationStates>().AddScoped<ISetWatcher>(s => s.GetRequiredService<TranslationStates>())
        .AddJob<FillTranslationStates>(every: TimeSpan.FromHours(6))
        .AddNotificationKind(StaleNews.Kind).AddContentHandler<StaleNews>()
        .AddScoped<IDashboardPanel, StaleTranslations>()
        .AddScoped<IEditorPanel, TranslationsOfItem>()
        .AddSingleton<InterfaceMessages>().AddSingleton<SiteWords>()
        .AddSingleton<IChangeListener>(s => s.GetRequiredService<SiteWords>()).AddHostedService(s => s.GetRequiredService<SiteWords>())
        .AddScoped<InterfaceExchange>().AddScoped<ItemExchange>()
        .AddImpersonalTables("SetTranslations", "TranslationPairs", "InterfaceString");
}
