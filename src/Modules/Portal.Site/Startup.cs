using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Privacy;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Modules;
using Portal.Site.Actions;
using Portal.Site.Menus;
using Portal.Site.Models;
using Portal.Site.Queries;
using Portal.Site.Redirects;
using Portal.Site.Sections;
using Portal.Site.Settings;

namespace Portal.Site;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddContentType(new ContentTypeDefinition(nameof(Page), "Page")
            .With<TitlePart>().With<LocalizationPart>().With<Page>().With<MarkdownBodyPart>().With<AutoroutePart>()
            .AtRoot("Page"))
        .AddContentType(new ContentTypeDefinition(nameof(Article), "Article")
            .With<TitlePart>().With<LocalizationPart>().With<Article>().With<MarkdownBodyPart>().With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
            .At("Article", sq: "lajme", sr: "vesti", bs: "vijesti", en: "news")
            .Listed(new ContentListing("News", "What happens in the network and around it.", "No news has been published in this language yet.",
                d => new(d.As<Article>()?.Summary?.Text, Day: d.As<Article>()?.Date?.Day))
            {
                Filters = [ListFilters.Theme, ListFilters.Municipality, ListFilters.Organisation, ListFilters.Year],
            }))
        .AddContentType(new ContentTypeDefinition(nameof(TimelineEntry), "Timeline entry")
            .With<TitlePart>().With<LocalizationPart>().With<TimelineEntry>().With<MarkdownBodyPart>().With<TopicsPart>().With<OrganisationPart>().With<AutoroutePart>()
            .At("TimelineEntry", sq: "kronologji", sr: "hronologija", bs: "hronologija", en: "timeline")
            .Listed(new ContentListing("Timeline", "How communities, organisations and institutions came to work on security together.", "The timeline has no entries in this language yet.",
                d => new(Excerpt.OfMarkdown(d.As<MarkdownBodyPart>()?.Markdown), d.As<TimelineEntry>()?.Precision?.Text, d.As<TimelineEntry>()?.Date?.Day))
            {
                Order = ListOrder.Chronological,
                Filters = [ListFilters.Theme, ListFilters.Municipality, ListFilters.Year], DayName = DatePrecisions.Say, IsNews = false,
            })
            .ListedBy("TimelineEntry"))
        .AddContentType(new ContentTypeDefinition(nameof(Theme), "Theme")
            .With<TitlePart>().With<LocalizationPart>().With<Theme>().With<TermPart>().With<MarkdownBodyPart>().With<AutoroutePart>()
            .At("Term", sq: "tema", sr: "teme", bs: "teme", en: "themes")
            .Listed(new ContentListing("Themes", "Everything on the portal, by what it is about.", "No theme is described in this language yet.", d => new(Excerpt.OfMarkdown(d.As<MarkdownBodyPart>()?.Markdown)))
            {
                Order = ListOrder.Alphabetical, IsNamedOften = true, IsGathered = false, IsNews = false,
            }))
        .AddContentType(new ContentTypeDefinition(nameof(Municipality), "Municipality")
            .With<TitlePart>().With<LocalizationPart>().With<Municipality>().With<TermPart>().With<MarkdownBodyPart>().With<AutoroutePart>()
            .At("Term", sq: "komuna", sr: "opstine", bs: "opcine", en: "municipalities")
            .Listed(new ContentListing("Municipalities", "Everything on the portal, by the place it is about.", "No municipality is described in this language yet.",
                d => new(Excerpt.OfMarkdown(d.As<MarkdownBodyPart>()?.Markdown), d.As<Municipality>()?.Country?.Text))
            {
                Order = ListOrder.Alphabetical, Kinds = Countries.All, KindName = Countries.NameOf, KindField = "Municipality.Country", KindLabel = Countries.Label, IsNamedOften = true, IsGathered = false, IsNews = false,
            }))
        .AddContentType(new ContentTypeDefinition(nameof(MenuItem), "Menu item").With<TitlePart>().With<LocalizationPart>().With<MenuItem>())
        .AddContentHandler<SiteContentHandler>()
        .AddContentHandler<MenusChanged>()
        .AddContentHandler<TermsHandler>()
        .AddImpersonalTables("MergedTerm", "Redirect")
        .AddQueries<PageText>()
        .AddActions<SaveMenuItem>()
        .AddPermissions<SitePermissions>()
        .AddSettings(SiteGroups.Identity).AddSettings(SiteGroups.People).AddSettings(SiteGroups.Languages).AddSettings(SiteGroups.Security)
        .AddScoped<SetWriter>().AddScoped<MenuLinks>().AddScoped<OldAddresses>()
        .AddSingleton<RedirectHits>().AddHostedService(s => s.GetRequiredService<RedirectHits>())
        .AddContentSection<TopicsOfItem>()
        .AddContentSection<GatheredHere>()
        .AddContentSection<NewOnTheSite>()
        .AddNavigation<MenuItems>()
        .AddNavigation<DataProtectionNavigation>()
        .AddNavigation<StructureNavigation>()
        .AddProcessing(new ProcessingActivity(
            "Published texts",
            "To inform the public.",
            "Names of authors, speakers and contact persons, as organisations write them; who wrote a version.",
            "As long as the portal runs.",
            "In the database. What is published, everybody reads; drafts, those who edit them.", "ContentItem", "ContentItemVersion", "ContentSet", "ContentItemIndex"));

    public override void Configure(IEndpointRouteBuilder routes)
    {
        routes.MapSitemap();
        routes.MapSecurityTxt();
    }
}
