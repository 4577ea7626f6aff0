using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

public sealed class PhonePathTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("sq")]
    [InlineData("sr")]
    [InlineData("bs")]
    public async Task A_citizen_comments_by_touch_on_a_phone(string culture)
    {
        await using var phone = await PhoneAsync();
        var page = phone.Page;
        var consultation = await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture);

        await page.GotoAsync($"/{culture}");
        await Finger.TapAsync(page.Locator($"main a[href='{consultation}']").First);
        await Finger.TapAsync(page.Locator("#section-1 .comment-form > summary"));
        await page.Locator("#section-1 textarea").FillAsync(Demo.Words(culture));
        await KeepsRulesAsync(page, "consultation");
        await Finger.TapAsync(page.Locator("#section-1 .comment-form button"));
        await page.Locator("#consent").WaitForAsync();
        await KeepsRulesAsync(page, "check");
        await Finger.TapAsync(page.Locator("#consent"));
        await Finger.TapAsync(page.Locator("main form button.button"));
        await ReceiptPage.CodeAsync(page);
        await KeepsRulesAsync(page, "receipt");

        // What has arrived is not offered for sending once more.
        await page.GotoAsync(consultation);
        (await page.Locator("#section-1 textarea").InputValueAsync()).ShouldBeEmpty();
        phone.ShouldBeFaultless();
    }

    [Fact]
    public async Task What_was_typed_survives_a_reload_and_a_way_round()
    {
        await using var phone = await PhoneAsync();
        var page = phone.Page;
        var consultation = await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, "sr");

        await page.GotoAsync(consultation);
        await Finger.TapAsync(page.Locator("#section-2 .comment-form > summary"));
        await page.Locator("#section-2 textarea").FillAsync("Прва половина мисли");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToHaveValueAsync("Прва половина мисли");
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToBeVisibleAsync();

        await Finger.TapAsync(page.Locator("#section-2 .comment-form button"));
        await page.Locator("#body").FillAsync("Прва и друга половина мисли");
        await Finger.TapAsync(page.Locator("main .actions a"));
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToHaveValueAsync("Прва и друга половина мисли");
        phone.ShouldBeFaultless();
    }

    [Fact]
    public async Task What_is_typed_first_is_kept_on_a_slow_line_too()
    {
        await using var phone = await PhoneAsync();
        var page = phone.Page;
        var consultation = await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, "sr");

        await page.GotoAsync(consultation);
        await Finger.TapAsync(page.Locator("#section-2 .comment-form > summary"));
        await page.Locator("#section-2 textarea").FillAsync("Прва половина мисли");
        await page.RouteAsync("**/*.js*", async route =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await route.ContinueAsync();
        });
        await Finger.TapAsync(page.Locator("#section-2 .comment-form button"));
        await page.Locator("#body").FillAsync("Прва и друга половина мисли");

        // Back, by the browser's own button, to a page that the browser remembers with the older text.
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToHaveValueAsync("Прва и друга половина мисли");
        phone.ShouldBeFaultless();
    }

    static async Task KeepsRulesAsync(IPage page, string where)
    {
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(where);
        (await page.EvaluateAsync<string[]>(Layout.Overflow)).ShouldBeEmpty(where);
    }

    Task<Window> PhoneAsync() => browsers.OpenAsync(demo.Portal, new() { HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 });
}
