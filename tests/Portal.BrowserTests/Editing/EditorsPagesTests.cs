using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

/// <summary>Every page of the editors' house, as narrow and as wide as it is read.</summary>
public sealed class EditorsPagesTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    const string Consultation = "/admin/consultations/" + Demo.OpenConsultation, Form = "/admin/content/rec-05-sr";

    static readonly string[] Addresses =
    [
        "/admin", "/admin/notifications?all=true", "/admin/content", "/admin/content?q=nothing-is-called-that", "/admin/content/new", "/admin/content/bin", "/admin/content/analysis-small-arms-sr",
        $"{Form}/versions", $"{Form}/versions/compare?to=1", $"{Form}/schedule", "/admin/content/rec-05-sq/preview", "/admin/content/consultation-police-complaints-en/questionnaire", "/admin/questionnaires",
        "/admin/review", "/admin/review?returned=true", "/admin/settings/review",
        "/admin/translations", "/admin/translations?culture=sr&state=Stale", "/admin/translations/rec-05/sq?from=sr", "/admin/translations/analysis-small-arms/bs", "/admin/translations/analysis-small-arms/sr-Latn", "/admin/translations/glossary", "/admin/translations/import",
        "/admin/interface-strings", "/admin/interface-strings/import?culture=en",
        "/admin/media?folder=", "/admin/menus", "/admin/menus/new?menu=main", "/admin/menus/menu-main-analyses",
        "/admin/taxonomies", "/admin/taxonomies/Theme", "/admin/taxonomies/Theme/new", "/admin/taxonomies/Theme/theme-community-safety", "/admin/taxonomies/Theme/theme-community-safety/merge?into=theme-youth",
        "/admin/redirects", "/admin/redirects/new", "/admin/redirects/import",
        "/admin/settings", "/admin/settings/identity", "/admin/settings/operator", "/admin/settings/languages", "/admin/settings/mail", "/admin/settings/moderation", "/admin/settings/consultations", "/admin/settings/accounts", "/admin/settings/security-txt", "/admin/settings/features",
        "/admin/definitions", "/admin/definitions/PolicyAnalysis", "/admin/definitions/AgendaItem/AgendaItem/Starts",
        "/admin/organisations", "/admin/organisations/org-fiq", "/admin/users", "/admin/invitations", "/admin/roles", "/admin/audit", "/admin/audit/settings",
        "/admin/moderation", "/admin/moderation?reported=true", "/admin/moderation/demo-submission-33", "/admin/moderation/statistics", "/admin/moderation/reasons", "/admin/moderation/reasons/edit?key=off-topic", "/admin/moderation/erase",
        "/admin/consultations/entries", $"{Consultation}/entries", $"{Consultation}/entries/new", $"{Consultation}/entries/import", $"{Consultation}/entries/answers", $"{Consultation}/entries/answers/import",
        "/account", "/account/data", "/account/security", "/account/tokens",
    ];

    /// <summary>Pages that are found by a link, since their ids are made when the demo is set up.</summary>
    static readonly string[][] Linked = [["/admin/users", "main tbody th a"], ["/admin/media?folder=", ".folder", ".media-card .open"]];

    [Fact]
    public async Task At_320_pixels_in_the_dark_no_page_breaks_a_rule_of_WCAG_or_scrolls_sideways_or_speaks_another_language()
    {
        await using var window = await OpenAsync("sr", ColorScheme.Dark, Sizes.Narrow);
        var found = new List<string>();
        await foreach (var address in PagesAsync(window.Page))
        {
            found.AddRange((await Axe.ViolationsAsync(window.Page)).Concat(await window.Page.EvaluateAsync<string[]>(Layout.Overflow)).Concat(await window.Page.EvaluateAsync<string[]>(NotSerbian)).Select(f => $"{address}: {f}"));
        }

        found.ShouldBeEmpty();
        window.ShouldBeFaultless();
    }

    [Fact]
    public async Task At_a_desk_every_page_fits_and_has_a_title_and_one_main_heading()
    {
        await using var window = await OpenAsync("sq", ColorScheme.Light, Sizes.Desk);
        var found = new List<string>();
        await foreach (var address in PagesAsync(window.Page))
        {
            found.AddRange((await window.Page.EvaluateAsync<string[]>(Layout.Overflow)).Select(f => $"{address}: {f}"));
            if (await window.Page.Locator("h1").CountAsync() != 1 || (await window.Page.TitleAsync()).Length < 8) found.Add($"{address}: {await window.Page.Locator("h1").CountAsync()} headings, title {await window.Page.TitleAsync()}");
        }

        found.ShouldBeEmpty();
        window.ShouldBeFaultless();
    }

    /// <summary>Words of the interface without a single Cyrillic letter; technical names and what says that it is in another language are none.</summary>
    const string NotSerbian = """
        () => document.documentElement.lang !== 'sr-Cyrl' ? [] : [...document.querySelectorAll('main :is(button, h2, legend, thead th, .hint, .empty)')]
          .filter(e => !e.closest('[lang]:not(html)') && !e.querySelector('[lang], code, .code') && e.getClientRects().length > 0)
          .map(e => e.textContent.trim())
          .filter(t => /[A-Za-z]{3}/.test(t) && !/[\u0400-\u04ff]/.test(t))
        """;

    async Task<Window> OpenAsync(string culture, ColorScheme colours, ViewportSize size)
    {
        var window = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce, ViewportSize = size });
        await PublicationTests.SignInAsync(window.Page, new Keyboard(window.Page), DemoData.Administrator);
        return window;
    }

    static async IAsyncEnumerable<string> PagesAsync(IPage page)
    {
        foreach (var address in Addresses)
        {
            (await page.GotoAsync(address))!.Status.ShouldBe(200, address);
            yield return address;
        }

        foreach (var way in Linked)
        {
            await page.GotoAsync(way[0]);
            foreach (var link in way.Skip(1)) await page.GotoAsync((await page.Locator(link).First.GetAttributeAsync("href"))!);
            yield return new Uri(page.Url).AbsolutePath;
        }
    }
}
