using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.CaseStudies.Models;

namespace Portal.CaseStudies;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(CaseStudy), "Case study")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<OrganisationPart>().With<CaseStudy>().With<TopicsPart>()
            .With<BagPart>(CaseStudy.Results).With<BagPart>(CaseStudy.Indicators).With<BagPart>(CaseStudy.Quotes)
            .At("CaseStudy", sq: "praktika-te-mira", sr: "dobre-prakse", bs: "dobre-prakse", en: "case-studies"));
}
