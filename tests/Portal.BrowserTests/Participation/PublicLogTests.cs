using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

/// <summary>A citizen checks a receipt in the public log, in their own language, and keeps the proof.</summary>
public sealed class PublicLogTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("sq", 390, "E gjithë kjo është në regjistrin publik.", "U mor një koment", "nuk është shënuar asgjë")]
    [InlineData("sr", 1280, "Све ово је у јавном дневнику.", "Коментар је примљен", "ништа није забележено")]
    [InlineData("bs", 390, "Sve ovo je u javnom dnevniku.", "Komentar je primljen", "ništa nije zabilježeno")]
    public async Task A_receipt_is_checked_and_the_answer_is_understood(string culture, int width, string allThere, string received, string unknown)
    {
        await using var window = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = new() { Width = width, Height = 900 } });
        var page = window.Page;
        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture));
        await Finger.ClickAsync(page.Locator("#section-3 .comment-form > summary"));
        await page.Locator("#section-3 textarea").FillAsync(Demo.Words(culture));
        await page.Locator("#section-3 .comment-form button").ClickAsync();
        await page.Locator("#consent").CheckAsync();
        await page.Locator("main form button.button").ClickAsync();
        var code = await ReceiptPage.CodeAsync(page);

        await page.Locator($"main a[href='/{culture}/log']").First.ClickAsync();
        await ShouldBeGoodAsync(page, width);
        // Another code first, mistyped; then the right one, by keyboard and in small letters.
        await page.Locator("#receipt").FillAsync("0000-0000");
        await page.Locator("#receipt").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#receipt-error")).ToContainTextAsync(unknown);
        await Assertions.Expect(page.Locator("#receipt")).ToHaveValueAsync("0000-0000");
        await ShouldBeGoodAsync(page, width);

        for (var attempt = 0; attempt < 20; attempt++)
        {
            await page.GotoAsync($"/{culture}/log");
            await page.Locator("#receipt").FillAsync(code.ToLowerInvariant());
            await page.Locator("#receipt").PressAsync("Enter");
            await page.Locator("[role=status]").WaitForAsync();
            if (await page.Locator(".log-check li").CountAsync() > 0) break;
            // It is in the log within a second.
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        await Assertions.Expect(page.Locator("[role=status]")).ToHaveTextAsync(allThere);
        await Assertions.Expect(page.Locator(".log-check li").First).ToContainTextAsync(received);
        await page.Locator(".log-check summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".log-check pre").First).ToContainTextAsync("\"kind\":\"submission-received\"");
        page.Url.ShouldNotContain(code, Case.Insensitive);
        await ShouldBeGoodAsync(page, width);

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"form[action='/{culture}/log/proof'] button").ClickAsync());
        var proof = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken))!;
        ((string?)proof["entries"]![0]!["kind"]).ShouldBe("submission-received");

        await page.Locator($"main a[href='/{culture}/log/how-to-check']").ClickAsync();
        await Assertions.Expect(page.Locator("#check-script")).ToContainTextAsync(demo.Portal.Address.Authority);
        await ShouldBeGoodAsync(page, width);
        window.ShouldBeFaultless();
    }

    static async Task ShouldBeGoodAsync(IPage page, int width)
    {
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, page.Url);
    }
}
