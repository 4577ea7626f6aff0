using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Participation;

namespace Portal.BrowserTests.Pages;

/// <summary>Leads through the pages that have no address of their own or not for everybody, as a citizen who comments and a moderator come to them.</summary>
sealed class SiteWalk(PortalProcess portal, IPage page, string culture, Func<string, Task> look)
{
    /// <summary>All of them; <paramref name="look"/> is called on each page with the name of its kind.</summary>
    public async Task EverywhereAsync()
    {
        await CommentAsync();
        await ModerateAsync();
    }

    public async Task CommentAsync()
    {
        await page.GotoAsync(await Demo.PathAsync(portal, Demo.OpenConsultation, culture));
        await Finger.ClickAsync(page.Locator("#section-3 .comment-form > summary"));
        await page.Locator("#section-3 textarea").FillAsync(Demo.Words(culture));
        await LookAsync("comment form");
        await page.Locator("#section-3 .comment-form button").ClickAsync();
        await page.Locator("#consent").WaitForAsync();
        await LookAsync("check page");

        await page.Locator("#email").FillAsync("nobody");
        await page.Locator("main form button.button").ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await LookAsync("check page with errors");

        await page.Locator("#email").FillAsync("");
        await page.Locator("#consent").CheckAsync();
        await page.Locator("main form button.button").ClickAsync();
        await ReceiptPage.CodeAsync(page);
        await LookAsync("receipt");
    }

    public async Task ModerateAsync()
    {
        await VisitAsync("register", $"/register?lang={culture}");
        await VisitAsync("forgotten password", $"/password/forgotten?lang={culture}");
        await VisitAsync("sign-in", "/admin/moderation");
        await page.Locator("#userName").FillAsync(DemoData.Moderator);
        await page.Locator("#password").FillAsync(DemoData.Password);
        await page.Locator("main form button").ClickAsync();
        await page.Locator(".queue-item").First.WaitForAsync();
        await LookAsync("queue");

        await page.Locator(".queue-item .open").First.ClickAsync();
        await page.Locator("[name=decision][value=decline]").CheckAsync();
        await LookAsync("decide page");
        await page.Locator("#decide button[value=record]").ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await LookAsync("decide page with errors");

        await VisitAsync("overview", "/admin");
        await VisitAsync("account", "/account");
        await VisitAsync("password", "/account/password");
        await VisitAsync("security", "/account/security");
        await VisitAsync("authenticator app", "/account/second-factor");
        await VisitAsync("tokens", "/account/tokens");
        await VisitAsync("address", "/account/address");
        await VisitAsync("deletion", "/account/delete");
    }

    /// <summary>Not before the styles are there: a page can be asked for its words earlier than for its looks.</summary>
    async Task LookAsync(string kind)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await look(kind);
    }

    async Task VisitAsync(string kind, string path)
    {
        await page.GotoAsync(path);
        await LookAsync(kind);
    }
}
