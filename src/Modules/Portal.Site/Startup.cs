using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Site.Models;
using Portal.Site.Queries;

namespace Portal.Site;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Page), "Page")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<Page>().With<MarkdownBodyPart>()
            .AtRoot("Page"))
        .AddContentHandler<FooterPagesChanged>()
        .AddQueries<PageText>()
        .AddNavigation<FooterPages>();

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapSitemap();
}
