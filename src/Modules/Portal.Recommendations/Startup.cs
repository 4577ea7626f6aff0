using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Privacy;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Display;
using Portal.Cms.Modules;
using Portal.Contents.Models;
using Portal.Recommendations.Actions;
using Portal.Recommendations.Api;
using Portal.Recommendations.Indexes;
using Portal.Recommendations.Models;
using Portal.Recommendations.Panels;
using Portal.Recommendations.Queries;
using Portal.Recommendations.Sections;
using Portal.Recommendations.Telling;

namespace Portal.Recommendations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Recommendation), "Recommendation")
            .With<TitlePart>().With<LocalizationPart>().With<Recommendation>().With<MarkdownBodyPart>().With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
            .At("Recommendation", sq: "rekomandime", sr: "preporuke", bs: "preporuke", en: "recommendations")
            .Listed(new ContentListing(
                "Recommendations", "What organisations ask of institutions, what the institutions answer, and whether it is done.", "No recommendation has been published in this language yet.",
                d => new(Excerpt.OfMarkdown(d.As<MarkdownBodyPart>()?.Markdown), Day: d.As<Recommendation>()?.Issued?.Day))
            {
                // The list has more filters than feeds and other lists know: see RegisterFilter.
                Filters = [RegisterFilter.Addressee, ListFilters.Theme, ListFilters.Municipality, ListFilters.Organisation, ListFilters.Year],
                PickerFilters = new Dictionary<string, string>(StringComparer.Ordinal) { [RegisterFilter.Addressee] = $"{nameof(Recommendation)}.{nameof(Recommendation.Addressees)}" },
            })
            .ListedBy("Recommendation"))
        .AddContentHandler<RecommendationIndexer>()
        .AddScoped<CurrentDeadlines>()
        .AddScoped<RecommendationHistory>()
        .AddActions<RecordVerdict>()
        .AddProcessing(new ProcessingActivity(
            "Answers to recommendations",
            "So that it stays on record who answered what.",
            "The institution, its words, and the account that entered them.",
            "As long as the portal runs.",
            "In the database. Everybody reads them, but for the account.", "RecommendationEvent"))
        .AddImpersonalTables("RecommendationState")
        .AddQueries<RecommendationList>()
        .AddNotificationKind(RecommendationNews.Kind).AddScoped<RecommendationNews>()
        .AddJob<TellOfOverdue>(every: TimeSpan.FromHours(1))
        .AddEntryDetails<StatusLines>()
        .AddScoped<IContentImporter, RecommendationChangeImporter>()
        .AddPermissions<RecommendationPermissions>()
        .AddContentSection<RecommendationsToInstitution>()
        .AddContentSection<RecommendationsFromSource>()
        .AddContentSection<OwedAnswers>()
        .AddScoped<IDashboardPanel, OverdueRecommendations>()
        .AddScoped<IEditorPanel, RecommendationsOfSource>();

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapRecommendationApi();
}
