using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Debates.Models;

namespace Portal.Debates;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Debate), "Public debate")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<OrganisationPart>().With<Debate>().With<TopicsPart>().With<MarkdownBodyPart>().With<BagPart>(Debate.Agenda)
            .At("Debate", sq: "debate", sr: "debate", bs: "debate", en: "debates"));
}
