using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Recommendations.Models;

namespace Portal.Recommendations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Recommendation), "Recommendation")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<OrganisationPart>().With<Recommendation>().With<TopicsPart>().With<MarkdownBodyPart>()
            .At("Recommendation", sq: "rekomandime", sr: "preporuke", bs: "preporuke", en: "recommendations"));
}
