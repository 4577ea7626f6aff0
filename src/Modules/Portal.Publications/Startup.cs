using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Modules;
using Portal.Publications.Models;
using Portal.Publications.Queries;

namespace Portal.Publications;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(PolicyAnalysis), "Policy analysis")
            .With<TitlePart>().With<LocalizationPart>().With<PolicyAnalysis>().With<MarkdownBodyPart>()
            .WithBag(PolicyAnalysis.Authors, "Authors", new ContentTypeDefinition(nameof(Author), "Author").With<Author>())
            .With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
            .WithBag(PolicyAnalysis.Corrections, "Corrections", new ContentTypeDefinition(nameof(Correction), "Correction").With<Correction>())
            .At("Analysis", sq: "analiza", sr: "analize", bs: "analize", en: "analyses")
            .Listed(new ContentListing(
                "Analyses", "What the organisations find when they follow the work of security institutions, and what they ask of them.", "No analysis has been published in this language yet.", FactsOf)
            {
                Kinds = AnalysisKinds.All, KindName = AnalysisKinds.NameOf, KindField = "PolicyAnalysis.Kind", Filters = [ListFilters.Theme, ListFilters.Municipality, ListFilters.Organisation, ListFilters.Year],
            }))
        .AddContentType(new ContentTypeDefinition(nameof(Series), "Series")
            .With<TitlePart>().With<LocalizationPart>().With<Series>().With<MarkdownBodyPart>().With<OrganisationPart>().With<AutoroutePart>()
            .At("Series", sq: "seri", sr: "edicije", bs: "edicije", en: "series")
            .Listed(new ContentListing("Series of publications", "Publications that appear together, with numbers.", "No series is described in this language yet.",
                d => new(Excerpt.OfMarkdown(d.As<MarkdownBodyPart>()?.Markdown)))
            {
                Order = ListOrder.Alphabetical, IsNamedOften = true, IsGathered = false, IsNews = false,
            }))
        .AddContentHandler<AnalysisHandler>()
        .AddQueries<AnalysisPage>();

    static ListFacts FactsOf(ContentDocument document)
    {
        var part = document.As<PolicyAnalysis>();
        return new(part?.Abstract?.Text, part?.Kind?.Text, part?.PublicationDate?.Day);
    }
}
