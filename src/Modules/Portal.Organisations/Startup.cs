using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Organisations.Indexes;
using Portal.Organisations.Models;
using Portal.Organisations.Queries;

namespace Portal.Organisations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Organisation), "Organisation")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<Organisation>().With<MarkdownBodyPart>()
            .At("Organisation", sq: "organizata", sr: "organizacije", bs: "organizacije", en: "organisations"))
        .AddContentHandler<OrganisationIndexer>()
        .AddQueries<OrganisationNames>()
        .AddNavigation<OrganisationsNavigation>();
}
