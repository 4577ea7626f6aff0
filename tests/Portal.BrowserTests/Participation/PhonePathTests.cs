using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Participation;

public sealed class PhonePathTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task A_citizen_comments_by_touch_on_a_phone()
    {
        await using var phone = await PhoneAsync();
        var page = phone.Page;
        var consultation = await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, "sq");

        await page.GotoAsync("/sq");
        await page.Locator($"main a[href='{consultation}']").First.TapAsync();
        await page.Locator("#section-1 .comment-form > summary").TapAsync();
        await page.Locator("#section-1 textarea").FillAsync(Demo.Words("sq"));
        await page.Locator("#section-1 .comment-form button").TapAsync();
        await page.Locator("#consent").TapAsync();
        await page.Locator("main form button").TapAsync();
        await ReceiptPage.CodeAsync(page);

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
        await page.Locator("#section-2 .comment-form > summary").TapAsync();
        await page.Locator("#section-2 textarea").FillAsync("Прва половина мисли");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToHaveValueAsync("Прва половина мисли");
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToBeVisibleAsync();

        await page.Locator("#section-2 .comment-form button").TapAsync();
        await page.Locator("#body").FillAsync("Прва и друга половина мисли");
        await page.Locator("main .actions a").TapAsync();
        await Assertions.Expect(page.Locator("#section-2 textarea")).ToHaveValueAsync("Прва и друга половина мисли");
        phone.ShouldBeFaultless();
    }

    Task<Window> PhoneAsync() => browsers.OpenAsync(demo.Portal, new() { HasTouch = true, IsMobile = true, DeviceScaleFactor = 2 });
}
