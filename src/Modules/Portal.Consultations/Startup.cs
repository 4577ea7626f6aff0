using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Consultations.Api;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Contents.Models;

namespace Portal.Consultations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddQueries<ConsultationPage>()
        .AddContentType(new ContentTypeDefinition("Consultation", "Consultation")
            .With<TitlePart>().With<AutoroutePart>().With<LocalizationPart>().With<Consultation>().With<OrganisationPart>().With<TopicsPart>().With<MarkdownBodyPart>().With<BagPart>(Consultation.Sections)
            .At("Consultation", sq: "konsultime", sr: "konsultacije", bs: "konsultacije", en: "consultations"))
        .AddContentHandler<ConsultationHandler>()
        .AddContentSection<OpenConsultations>()
        .AddScoped<IContentListFacts, PhasesOfContent>()
        .AddNavigation<ConsultationNavigation>();

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapConsultationApi();
}
