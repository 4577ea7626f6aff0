using System.Text.Json.Nodes;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

/// <summary>A moderator's work with the keyboard, and what the public then sees.</summary>
public sealed class ModeratorPathTests(ServedDemo demo, DemoData data, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("sq", 1280)]
    [InlineData("sr", 390)]
    [InlineData("bs", 1280)]
    public async Task A_moderator_hides_a_name_by_marking_it_with_the_keyboard_and_takes_the_next_one(string culture, int width)
    {
        var words = $"{Demo.Words(culture)} Filan Fisteku e di, {culture} {width}.";
        await SendAsync(words, culture);
        await using var moderator = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = new() { Width = width, Height = 900 } });
        var (page, keys) = (moderator.Page, new Keyboard(moderator.Page));
        await page.GotoAsync($"/admin/moderation?language={culture}");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Moderator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button.button"));
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(Demo.HtmlLang(culture));
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await FitsAsync(page);

        // j and k walk the list, ? tells what else there is.
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".queue-item .open").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog.shortcut-list")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await keys.FollowAsync(page.Locator(".queue-item", new() { HasText = "Filan" }).Locator(".open"));

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("[name=decision][value=redact]")).ToBeCheckedAsync();
        var area = page.Locator("#marking");
        await keys.ReachAsync(area);
        await page.Keyboard.PressAsync("Control+Home");
        for (var i = 0; i < words.IndexOf("Filan", StringComparison.Ordinal); i++) await page.Keyboard.PressAsync("ArrowRight");
        for (var i = 0; i < "Filan Fisteku".Length; i++) await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(page.Locator("#text mark")).ToHaveTextAsync("Filan Fisteku");
        await Assertions.Expect(page.Locator(".for-redact .redaction")).ToHaveCountAsync(1);
        await page.Locator("#reason").SelectOptionAsync("names-a-person");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await FitsAsync(page);
        await keys.FollowAsync(page.Locator(".decide-form [name=then][value=record]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();

        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture));
        var comment = page.Locator(".comment", new() { HasText = $"{culture} {width}." });
        await Assertions.Expect(comment).ToHaveCountAsync(1);
        (await comment.InnerTextAsync()).ShouldNotContain("Fisteku");
        await page.GotoAsync((await page.Locator("a[href$='/moderation']").First.GetAttributeAsync("href"))!);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await FitsAsync(page);
        moderator.ShouldBeFaultless();
    }

    [Fact]
    public async Task A_reader_reports_a_comment_without_JavaScript()
    {
        await using var reader = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false });
        var (page, keys) = (reader.Page, new Keyboard(reader.Page));
        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, "sr"));
        await page.GotoAsync((await page.Locator(".comment a[href$='/report']").First.GetAttributeAsync("href"))!);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await keys.FollowAsync(page.Locator("main form button.button"));
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await keys.ReachAsync(page.Locator("[name=reason]").First);
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator("main form button.button"));
        await Assertions.Expect(page.Locator("[role=status]")).ToBeVisibleAsync();
        reader.ShouldBeFaultless();
    }

    async Task SendAsync(string words, string culture)
    {
        var consultation = await demo.Portal.Client.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}?culture={culture}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/consultations/{Demo.OpenConsultation}/submissions", UriKind.Relative)) { Content = JsonContent.Create(new { culture, sectionId = "plan-s2", body = words, consent = (string)consultation!["consentVersion"]! }) };
        request.Headers.Authorization = new("Bearer", data.SubmissionsToken);
        using var answer = await demo.Portal.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    static async Task FitsAsync(IPage page) => (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(page.Url);
}
