using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Participation;

namespace Portal.BrowserTests.Pages;

/// <summary>Leads through every kind of page in one culture, as a visitor, a citizen who comments, and a moderator come to them.</summary>
sealed class SiteWalk(PortalProcess portal, IPage page, string culture, Func<string, Task> look)
{
    /// <summary>Everything; <paramref name="look"/> is called on each page with the name of its kind.</summary>
    public async Task EverywhereAsync()
    {
        await ReadAsync();
        await CommentAsync();
        await ModerateAsync();
    }

    public async Task ReadAsync()
    {
        var analysis = await Demo.PathAsync(portal, Demo.Analysis, culture);
        var open = await Demo.PathAsync(portal, Demo.OpenConsultation, culture);
        var organisation = await Demo.PathAsync(portal, Demo.Organisation, culture);
        await VisitAsync("home", $"/{culture}");
        await VisitAsync("analyses", Parent(analysis));
        await VisitAsync("analysis", analysis);
        await VisitAsync("consultations", Parent(open));
        await VisitAsync("open consultation", open);
        await VisitAsync("closed consultation", await Demo.PathAsync(portal, Demo.ClosedConsultation, culture));
        await VisitAsync("organisations", Parent(organisation));
        await VisitAsync("organisation", organisation);
        var disputed = await Demo.PathAsync(portal, Demo.DisputedRecommendation, culture);
        await VisitAsync("recommendations", Parent(disputed));
        await VisitAsync("overdue recommendations", Parent(disputed) + "?overdue=reply");
        await VisitAsync("disputed recommendation", disputed);
        await VisitAsync("rejected recommendation", await Demo.PathAsync(portal, Demo.RejectedRecommendation, culture));
        await VisitAsync("unanswered recommendation", await Demo.PathAsync(portal, Demo.UnansweredRecommendation, culture));
        await VisitAsync("plain page", await Demo.PathAsync(portal, Demo.Page, culture));
        await VisitAsync("question for a receipt", $"/{culture}/receipt");
        await VisitAsync("not found", $"/{culture}/nothing-here");

        var (set, written) = culture.StartsWith("sr", StringComparison.Ordinal) ? ("only-english", "en") : ("only-serbian", "sr");
        await page.GotoAsync(await Demo.PathAsync(portal, set, written));
        await page.Locator($".cultures a[hreflang='{Demo.HtmlLang(culture)}']").ClickAsync();
        await page.Locator(".missing-list").WaitForAsync();
        await look("missing translation");
    }

    public async Task CommentAsync()
    {
        await page.GotoAsync(await Demo.PathAsync(portal, Demo.OpenConsultation, culture));
        await page.Locator("#section-3 .comment-form > summary").ClickAsync();
        await page.Locator("#section-3 textarea").FillAsync(Demo.Words(culture));
        await look("comment form");
        await page.Locator("#section-3 .comment-form button").ClickAsync();
        await page.Locator("#consent").WaitForAsync();
        await look("check page");

        await page.Locator("#email").FillAsync("nobody");
        await page.Locator("main form button").ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await look("check page with errors");

        await page.Locator("#email").FillAsync("");
        await page.Locator("#consent").CheckAsync();
        await page.Locator("main form button").ClickAsync();
        await ReceiptPage.CodeAsync(page);
        await look("receipt");
    }

    public async Task ModerateAsync()
    {
        await VisitAsync("sign-in", "/admin/moderation");
        await page.Locator("#userName").FillAsync(DemoData.Moderator);
        await page.Locator("#password").FillAsync(DemoData.Password);
        await page.Locator("main form button").ClickAsync();
        await page.Locator(".queue-item").First.WaitForAsync();
        await look("queue");

        await page.Locator(".queue-item .open").First.ClickAsync();
        await page.Locator("[name=decision][value=decline]").CheckAsync();
        await look("decide page");
        await page.Locator(".decide-form button").ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await look("decide page with errors");

        await VisitAsync("overview", "/admin");
        await VisitAsync("account", "/account");
        await VisitAsync("password", "/account/password");
    }

    async Task VisitAsync(string kind, string path)
    {
        await page.GotoAsync(path);
        await look(kind);
    }

    static string Parent(string path) => path[..path.LastIndexOf('/')];
}
