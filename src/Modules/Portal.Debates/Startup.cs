using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Display;
using Portal.Cms.Modules;
using Portal.Debates.Models;
using Portal.Debates.Panels;
using Portal.Debates.Queries;
using Portal.Debates.Sections;

namespace Portal.Debates;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Debate), "Public debate")
            .With<TitlePart>().With<LocalizationPart>().With<Debate>().With<MarkdownBodyPart>()
            .WithBag(Debate.Agenda, "Agenda", new ContentTypeDefinition(nameof(AgendaItem), "Agenda item").With<TitlePart>().With<AgendaItem>())
            .With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
            .At("Debate", sq: "debate", sr: "debate", bs: "debate", en: "debates")
            .HidingFromPublic(ChathamHouse.HideSpeakers)
            .Listed(new ContentListing(
                "Debates", "Where residents, organisations and institutions talk about security face to face, on air and online.",
                "No debate has been announced in this language yet. Debates to come and past ones with their reports will stand here.", FactsOf)
            {
                Order = ListOrder.Schedule, StatusNames = DebateStates.Names, Kinds = DebateKinds.All, KindName = DebateKinds.NameOf, KindField = "Debate.Kind",
                Filters = [ListFilters.Status, ListFilters.Theme, ListFilters.Municipality, ListFilters.Organisation, ListFilters.Year],
            }))
        .AddContentHandler<DebateHandler>()
        .AddEntryDetails<DebateLines>()
        .AddContentSection<ComingDebates>()
        .AddScoped<IDashboardPanel, UpcomingDebates>()
        .AddQueries<DebatePage>();

    static ListFacts FactsOf(ContentDocument document)
    {
        var part = document.As<Debate>() ?? new();
        var times = DebateTimes.Of(part);
        return new(part.Summary?.Text, part.Kind?.Text, times?.FirstDay, times?.StartsUtc, times?.EndsUtc);
    }
}
