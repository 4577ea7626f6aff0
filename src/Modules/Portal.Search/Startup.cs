using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Localization;
using Portal.Cms.Modules;
using Portal.Cms.Search;
using Portal.Search.Actions;
using Portal.Search.Api;
using Portal.Search.Indexes;
using Portal.Search.Queries;

namespace Portal.Search;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddSingleton(s => new SearchedFields(s.GetRequiredService<ModuleCatalogue>().Assemblies)).AddScoped<ItemTexts>().AddScoped<SearchDocuments>().AddScoped<PublishedItems>().AddScoped<ISearchRefresh, AttachedWords>()
        .AddContentHandler<SearchIndexer>()
        .AddQueries<SearchPage>()
        .AddActions<RebuildSearchIndex>()
        .AddNavigation<SearchNavigation>();

    public override void Configure(IEndpointRouteBuilder routes)
    {
        foreach (var culture in Culture.All)
        {
            var address = SearchAddress.In(culture);
            routes.MapControllerRoute($"Search {culture.Code}", address, new { controller = "Search", action = "Show" });
            // The English word works everywhere, for who guesses.
            var guessed = $"/{culture.Code}/{SearchAddress.English}";
            if (guessed != address) routes.MapGet(guessed, (HttpRequest request) => TypedResults.LocalRedirect(address + request.QueryString, permanent: true)).ExcludeFromDescription();
        }

        routes.MapSearchApi();
        routes.MapOpenSearch();
    }
}
