using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Modules;
using Portal.Organisations.Models;
using Portal.Organisations.Queries;

namespace Portal.Organisations;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Organisation), "Organisation")
            .With<TitlePart>().With<LocalizationPart>().With<Organisation>().With<MarkdownBodyPart>().With<TopicsPart>().With<AutoroutePart>()
            .At("Organisation", sq: "organizata", sr: "organizacije", bs: "organizacije", en: "organisations")
            .Listed(new ContentListing("Organisations", "Who works together here, whom they speak to, and who pays.", "No organisation is described in this language yet.", FactsOf)
            {
                Order = ListOrder.Alphabetical, Kinds = OrganisationKinds.All, KindName = OrganisationKinds.NameOf, KindField = "Organisation.Kind", Filters = [ListFilters.Municipality], IsNamedOften = true, IsGathered = false, IsNews = false,
            }))
        .AddContentHandler<OrganisationHandler>()
        .AddQueries<OrganisationPage>();

    static ListFacts FactsOf(ContentDocument document)
    {
        var part = document.As<Organisation>();
        return new(Excerpt.OfMarkdown(document.As<MarkdownBodyPart>()?.Markdown), part?.Kind?.Text, part?.MemberSince?.Day, ShortTitle: part?.ShortName?.Text);
    }
}
