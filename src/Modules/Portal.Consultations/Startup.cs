using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Localization;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Consultations.Actions;
using Portal.Consultations.Api;
using Portal.Consultations.Checklist;
using Portal.Consultations.Import;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Contents.Models;

namespace Portal.Consultations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddQueries<ConsultationPage>()
        .AddProcessing(new ProcessingActivity(
            "Documents being divided into sections",
            "So that an editor can go on with it later.",
            "The document, and the account that brought it.",
            "Seven days.",
            "In the database. Who brought it sees it.", "ConsultationDocumentImport"))
        .AddImpersonalTables("ConsultationIndex", "ConsultationRetention", "ConsultationWindowChange")
        .AddActions<BringDocument>()
        .AddSettings(ConsultationHandler.Group)
        .AddSingleton(new DocumentReader()).AddSingleton<DocumentConverter>().AddScoped<DocumentPictures>()
        .AddJob<ForgetDocumentImports>(every: TimeSpan.FromHours(12))
        .AddContentType(new ContentTypeDefinition("Consultation", "Consultation")
            .With<TitlePart>().With<LocalizationPart>().With<Consultation>().With<MarkdownBodyPart>()
            .WithBag(Consultation.Sections, "Sections", new ContentTypeDefinition("Section", "Section").With<TitlePart>().With<MarkdownBodyPart>())
            .With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
            .At("Consultation", sq: "konsultime", sr: "konsultacije", bs: "konsultacije", en: "consultations")
            .Listed(new ContentListing(
                "Consultations", "Drafts of laws, strategies and plans that anyone can comment on, section by section.",
                "There are no consultations in this language yet. Announced, open and closed consultations will stand here.", FactsOf)
            {
                Order = ListOrder.Schedule, StatusNames = ["Announced", "Open", "Closed"],
                Filters = [ListFilters.Status, ListFilters.Theme, ListFilters.Municipality, ListFilters.Organisation, ListFilters.Year],
            }))
        .AddContentHandler<ConsultationHandler>()
        .AddContentSection<OpenConsultations>()
        .AddEntryDetails<PhaseLines>()
        .AddScoped<IEditorPanel, ConsultationPanel>()
        .AddScoped<IAnnouncementCheck, CommentedSections>()
        .AddScoped<IContentListFacts, PhasesOfContent>();

    static ListFacts FactsOf(ContentDocument document)
    {
        var (part, milestones) = (document.As<Consultation>(), document.As<Consultation>()?.Milestones());
        return new(part?.Summary?.Text, Day: milestones is null ? null : DateOnly.FromDateTime(Dates.ToWall(milestones.OpensUtc, part!.Zone)),
            StartsUtc: milestones?.OpensUtc, EndsUtc: milestones?.ClosesUtc, ListedUtc: milestones?.AnnouncedUtc);
    }

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapConsultationApi();
}
