using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

public sealed class KeyboardPathTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    public static TheoryData<string> Cultures => [.. Demo.Cultures];

    [Theory, MemberData(nameof(Cultures))]
    public async Task A_citizen_and_a_moderator_go_the_whole_way_without_JavaScript_and_without_a_mouse(string culture)
    {
        var words = Demo.Words(culture);
        await using var citizen = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false });
        var (page, keys) = (citizen.Page, new Keyboard(citizen.Page));
        var consultation = await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture);

        await page.GotoAsync($"/{culture}");
        await keys.FollowAsync(page.Locator($"main a[href='{consultation}']"));
        await keys.ReachAsync(page.Locator("#section-2 .comment-form > summary"));
        await keys.PressAsync("Enter");
        await keys.FillAsync(page.Locator("#section-2 textarea"), words);
        await keys.FollowAsync(page.Locator("#section-2 .comment-form button"));

        (await page.Locator("#body").InputValueAsync()).ShouldBe(words);
        await keys.FillAsync(page.Locator("#displayName"), "Komšija 12");
        await keys.FollowAsync(page.Locator("main form button.button"));

        // The agreement was forgotten: nothing else is.
        (await page.Locator("#body").InputValueAsync()).ShouldBe(words);
        (await page.Locator("#displayName").InputValueAsync()).ShouldBe("Komšija 12");
        await keys.ReachAsync(page.Locator(".error-summary a[href='#consent']"));
        await keys.PressAsync("Enter");
        await keys.ReachAsync(page.Locator("#consent"));
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator("main form button.button"));

        var code = await ReceiptPage.CodeAsync(page);
        await DecideAsync(culture, words);

        await page.GotoAsync(consultation);
        var comment = page.Locator("#section-2 .comment", new() { HasText = words });
        await Assertions.Expect(comment).ToHaveCountAsync(1);
        (await comment.Locator(".comment-text").GetAttributeAsync("lang")).ShouldBe(Demo.HtmlLang(culture));

        await page.GotoAsync($"/{culture}/receipt");
        await keys.FillAsync(page.Locator("#receipt"), code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        await keys.FollowAsync(page.Locator("main form button.button"));
        (await ReceiptPage.CodeAsync(page)).ShouldBe(code);
        await Assertions.Expect(page.Locator(".state.published")).ToHaveCountAsync(1);
        citizen.ShouldBeFaultless();
    }

    /// <summary>The rules are judged in a second window with scripts on, which runs none of the page's own.</summary>
    [Fact]
    public async Task Each_page_on_the_way_keeps_the_rules_of_accessibility_without_JavaScript()
    {
        await using var citizen = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false });
        await using var judge = await browsers.OpenAsync(demo.Portal);
        await judge.Page.RouteAsync("**/*.js*", route => route.AbortAsync());
        var (page, keys) = (citizen.Page, new Keyboard(citizen.Page));
        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, "sr"));
        await keys.ReachAsync(page.Locator("#section-2 .comment-form > summary"));
        await keys.PressAsync("Enter");
        await KeepsRulesAsync("consultation");
        await keys.FillAsync(page.Locator("#section-2 textarea"), "Код аутобуске станице нема клупе.");
        await keys.FollowAsync(page.Locator("#section-2 .comment-form button"));
        await KeepsRulesAsync("check");
        await keys.FollowAsync(page.Locator("main form button.button"));
        await KeepsRulesAsync("check with an error");
        await keys.ReachAsync(page.Locator("#consent"));
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator("main form button.button"));
        await ReceiptPage.CodeAsync(page);
        await KeepsRulesAsync("receipt");
        citizen.ShouldBeFaultless();

        async Task KeepsRulesAsync(string where)
        {
            await judge.Page.GotoAsync("/sr/receipt");
            await judge.Page.SetContentAsync((await page.ContentAsync()).Replace("<head>", $"<head><base href=\"{demo.Portal.Address}\">", StringComparison.Ordinal));
            (await Axe.ViolationsAsync(judge.Page)).ShouldBeEmpty(where);
            (await judge.Page.EvaluateAsync<string[]>(Layout.Overflow)).ShouldBeEmpty(where);
        }
    }

    async Task DecideAsync(string culture, string words)
    {
        await using var moderator = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, Locale = culture });
        var (page, keys) = (moderator.Page, new Keyboard(moderator.Page));

        await page.GotoAsync("/admin/moderation");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Moderator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button.button"));
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(Demo.HtmlLang(culture));

        await keys.FollowAsync(page.Locator(".queue-item", new() { HasText = words }).Locator(".open"));
        await keys.ReachAsync(page.Locator("[name=decision][value=publish]"));
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator("#decide button[value=record]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".queue-item", new() { HasText = words })).ToHaveCountAsync(0);
        moderator.ShouldBeFaultless();
    }
}
