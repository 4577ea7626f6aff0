using System.Net;
using AngleSharp.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

public sealed class CultureTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    static readonly string[] SerbianPages =
    [
        "", "/konsultacije", "/konsultacije/akcioni-plan-za-bezbednost", "/konsultacije/strategija-za-kontrolu-oruzja", "/analize", "/analize/oruzje-poverenje-i-konsultacije",
        "/organizacije", "/organizacije/aktiv", "/o-nama", "/receipt", "/nema-toga",
    ];

    [Fact]
    public async Task No_Cyrillic_letter_stands_on_a_page_in_Latin_script_but_in_another_language_or_a_citizens_own_words()
    {
        foreach (var path in SerbianPages)
        {
            using var answer = await portal.Client.AskAsync("/sr-Latn" + path);
            var page = await TestPortal.ParseAsync(answer);
            foreach (var text in page.DescendantsAndSelf<IText>().Where(t => t.Data.Any(IsCyrillic)))
            {
                var element = text.ParentElement!;
                var lang = element.Closest("[lang]")!.GetAttribute("lang");
                (lang != "sr-Latn" || element.Closest("[data-verbatim]") is not null).ShouldBeTrue($"{path}: {text.Data.Trim()}");
            }

            foreach (var attribute in page.All.Where(e => e.Closest("[lang]")?.GetAttribute("lang") == "sr-Latn").SelectMany(e => e.Attributes).Where(a => a.Name is "title" or "alt" or "aria-label" or "content" or "placeholder"))
            {
                attribute.Value.Any(IsCyrillic).ShouldBeFalse($"{path}: {attribute.Name}={attribute.Value}");
            }
        }
    }

    [Fact]
    public async Task Pages_in_Serbian_are_in_Cyrillic()
    {
        foreach (var path in SerbianPages)
        {
            using var answer = await portal.Client.AskAsync("/sr" + path);
            var page = await TestPortal.ParseAsync(answer);
            page.QuerySelector("h1")!.TextContent.Any(IsCyrillic).ShouldBeTrue(path);
            page.Title!.Any(IsCyrillic).ShouldBeTrue(path);
        }
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/en/consultations")]
    [InlineData("/en/consultations/community-safety-action-plan")]
    [InlineData("/en/analyses/civil-society-oversight-southern-serbia")]
    [InlineData("/en/about")]
    public async Task Each_page_names_its_other_cultures_and_is_named_by_each_of_them(string path)
    {
        using var asked = await portal.Client.AskAsync(path);
        var page = await TestPortal.ParseAsync(asked);
        var alternates = Alternates(page);
        alternates["en"].ShouldBe(path);
        foreach (var (lang, href) in alternates)
        {
            using var answer = await portal.Client.AskAsync(href);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, href);
            answer.Content.Headers.ContentLanguage.ShouldBe([lang]);
            var other = await TestPortal.ParseAsync(answer);
            other.DocumentElement.GetAttribute("lang").ShouldBe(lang);
            Alternates(other).ShouldBe(alternates, ignoreOrder: true);
        }
    }

    [Fact]
    public async Task The_picker_leads_to_the_page_that_says_what_is_missing_and_names_it_in_the_languages_it_has()
    {
        const string culture = "bs";
        var page = await portal.PageAsync("/en/analyses/civil-society-oversight-southern-serbia");
        var link = page.QuerySelector($".cultures a[hreflang={culture}]")!;
        link.ClassName.ShouldBe("absent");

        using var chosen = await portal.NewClient().AskAsync(link.GetAttribute("href")!);
        using var answer = await portal.Client.AskAsync(chosen.Headers.Location?.ToString() ?? link.GetAttribute("href")!);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var missing = await TestPortal.ParseAsync(answer);
        missing.DocumentElement.GetAttribute("lang").ShouldBe(culture);
        missing.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        missing.QuerySelectorAll(".missing-list a").Select(a => (a.GetAttribute("lang"), a.GetAttribute("href"))).ShouldBe(
        [
            ("sq", "/sq/analiza/mbikeqyrja-nga-shoqeria-civile-serbia-jugore"), ("sr-Cyrl", "/sr/analize/nadzor-civilnog-drustva-jug-srbije"), ("sr-Latn", "/sr-Latn/analize/nadzor-civilnog-drustva-jug-srbije"),
            ("en", "/en/analyses/civil-society-oversight-southern-serbia"),
        ]);
        foreach (var choice in missing.QuerySelectorAll(".missing-list a"))
        {
            using var there = await portal.Client.AskAsync(choice.GetAttribute("href")!);
            there.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("sq,en;q=0.5", "/sq")]
    [InlineData("sr", "/sr")]
    [InlineData("sr-Cyrl-RS", "/sr")]
    [InlineData("sr-Latn-RS,en;q=0.1", "/sr-Latn")]
    [InlineData("sr-ME", "/sr-Latn")]
    [InlineData("hr", "/bs")]
    [InlineData("bs-BA", "/bs")]
    [InlineData("de,fr;q=0.9", "/en")]
    [InlineData("de,sq;q=0.2,en;q=0.1", "/sq")]
    [InlineData("sq;q=0,bs", "/bs")]
    [InlineData("", "/en")]
    [InlineData(";;;q=x", "/en")]
    public async Task The_address_without_a_culture_leads_to_what_the_browser_asks_for(string language, string culture)
    {
        using var answer = language.Length == 0 ? await portal.NewClient().AskAsync("/") : await portal.NewClient().AskAsync("/", ("Accept-Language", language));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe(culture);
    }

    [Fact]
    public async Task An_address_of_another_culture_leads_to_the_readers_own()
    {
        using var answer = await portal.Client.AskAsync("/sq/consultations/community-safety-action-plan");
        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().ShouldBe("/sq/konsultime/plani-i-veprimit-per-sigurine");
    }

    static Dictionary<string, string> Alternates(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(l => l.GetAttribute("hreflang")!, l => new Uri(new Uri("http://localhost"), l.GetAttribute("href")).AbsolutePath, StringComparer.Ordinal);

    static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04ff';
}
