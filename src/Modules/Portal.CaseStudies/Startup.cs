using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.CaseStudies.Models;
using Portal.CaseStudies.Queries;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Localization;
using Portal.Cms.Modules;

namespace Portal.CaseStudies;

public sealed class Startup : StartupBase
{
    static readonly ContentTypeDefinition Type = new ContentTypeDefinition(nameof(CaseStudy), "Case study")
        .With<TitlePart>().With<LocalizationPart>().With<CaseStudy>()
        .WithBag(CaseStudy.Results, "Results chain", new ContentTypeDefinition(nameof(Models.Result), "Result").With<TitlePart>().With<Models.Result>())
        .WithBag(CaseStudy.Indicators, "Indicators", new ContentTypeDefinition(nameof(Indicator), "Indicator").With<TitlePart>().With<Indicator>())
        .WithBag(CaseStudy.Quotes, "Quotes", new ContentTypeDefinition(nameof(Quote), "Quote").With<Quote>())
        .With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
        .At("CaseStudy", sq: "praktika-te-mira", sr: "dobre-prakse", bs: "dobre-prakse", en: "case-studies")
        .Listed(new ContentListing(
            "Case studies", "What was done in one place, what came of it, what did not work, and what other places can take from it.", "No case study has been published in this language yet.", FactsOf)
        {
            Kinds = EvidenceStrengths.All, KindLabel = "Evidence", KindName = EvidenceStrengths.NameOf, KindField = "CaseStudy.EvidenceStrength",
            Bands = CostBands.All, BandLabel = "Cost", BandName = CostBands.NameOf, BandField = "CaseStudy.CostBand",
            Filters = [ListFilters.Theme, ListFilters.Municipality, ListFilters.Organisation, ListFilters.Year],
        })
        .ListedBy("CaseStudy");

    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(Type)
        .AddContentHandler<CaseStudyHandler>()
        .AddEntryDetails<CaseStudyLines>()
        .AddQueries<CaseStudyPage>();

    public override void Configure(IEndpointRouteBuilder routes)
    {
        foreach (var culture in Culture.All)
        {
            routes.MapControllerRoute($"compare-case-studies-{culture.Code}", $"{culture.Code}/{Type.SlugIn(culture)}/compare", new { controller = "CaseStudy", action = "Compare" });
        }
    }

    static ListFacts FactsOf(ContentDocument document)
    {
        var part = document.As<CaseStudy>();
        return new(part?.Summary?.Text, part?.EvidenceStrength?.Text, part?.Ended?.Day ?? part?.Started?.Day, Band: part?.CostBand?.Text is { Length: > 0 } band ? band : CostBands.Unknown);
    }
}
