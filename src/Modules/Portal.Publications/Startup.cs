using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Publications.Indexes;
using Portal.Publications.Models;
using Portal.Publications.Queries;
using Portal.Publications.Sections;

namespace Portal.Publications;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(PolicyAnalysis), "Policy analysis")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<OrganisationPart>().With<PolicyAnalysis>().With<TopicsPart>().With<MarkdownBodyPart>()
            .With<BagPart>(PolicyAnalysis.Authors).With<BagPart>(PolicyAnalysis.Corrections)
            .At("Analysis", sq: "analiza", sr: "analize", bs: "analize", en: "analyses"))
        .AddContentType(new ContentTypeDefinition(nameof(Series), "Series")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<OrganisationPart>().With<Series>().With<MarkdownBodyPart>()
            .At("Series", sq: "seri", sr: "edicije", bs: "edicije", en: "series"))
        .AddContentHandler<AnalysisIndexer>()
        .AddQueries<AnalysisPage>()
        .AddContentSection<NewAnalyses>()
        .AddContentSection<AnalysesOfOrganisation>()
        .AddNavigation<PublicationsNavigation>();
}
