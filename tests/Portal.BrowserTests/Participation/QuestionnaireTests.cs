using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

public sealed class QuestionnaireTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("sq")]
    [InlineData("sr")]
    public async Task A_citizen_answers_with_the_keyboard_only_and_without_JavaScript(string culture)
    {
        var words = Demo.Words(culture);
        await using var citizen = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false });
        var (page, keys) = (citizen.Page, new Keyboard(citizen.Page));
        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture));
        await keys.FollowAsync(page.Locator(".questionnaire-card .button"));

        // Nothing chosen: the page says so beside the question, and the link leads there.
        await keys.FollowAsync(page.Locator("button[value=next]"));
        await keys.ReachAsync(page.Locator(".error-summary a[href='#q-feel-safe']"));
        await keys.PressAsync("Enter");
        await ChooseAsync(keys, page.Locator("#q-feel-safe"));
        await keys.FollowAsync(page.Locator("button[value=next]"));

        // The lowest step opens a further question on the same page.
        await keys.FillAsync(page.Locator("#q-unsafe-where"), words);
        await keys.FollowAsync(page.Locator("button[value=next]"));
        await ChooseAsync(keys, page.Locator("#q-priorities"));
        await keys.FollowAsync(page.Locator("button[value=save]"));
        await Assertions.Expect(page.Locator(".receipt-code")).ToContainTextAsync("D");
        // The draft goes on at the page on which it was kept.
        await keys.FollowAsync(page.Locator("main form button.button"));
        await Assertions.Expect(page.Locator("#q-priorities")).ToBeCheckedAsync();
        await keys.FollowAsync(page.Locator("button[value=next]"));
        await ChooseAsync(keys, page.Locator("#q-council-known"));
        await keys.FollowAsync(page.Locator("button[value=next]"));
        await Assertions.Expect(page.Locator("#w-council-how")).ToBeVisibleAsync();
        await keys.FollowAsync(page.Locator("button[value=next]"));

        await Assertions.Expect(page.Locator("#q-unsafe-where")).ToContainTextAsync(words);
        await keys.ReachAsync(page.Locator("#consent"));
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator("form[action$='/send'] button"));
        (await ReceiptPage.CodeAsync(page)).Length.ShouldBe(34);
        citizen.ShouldBeFaultless();
    }

    [Theory]
    [InlineData("bs")]
    [InlineData("sr-Latn")]
    public async Task With_JavaScript_a_question_appears_at_once_and_every_page_keeps_the_rules_of_accessibility(string culture)
    {
        await using var citizen = await browsers.OpenAsync(demo.Portal);
        var page = citizen.Page;
        await page.GotoAsync($"/{culture}/questionnaire/{Demo.OpenConsultation}");
        await Assertions.Expect(page.Locator("#w-unsafe-where")).ToBeHiddenAsync();
        await page.Locator("input[name='a.feel-safe'][value='1']").CheckAsync();
        await Assertions.Expect(page.Locator("#w-unsafe-where")).ToBeVisibleAsync();
        await page.Locator("input[name='a.feel-safe'][value='5']").CheckAsync();
        await Assertions.Expect(page.Locator("#w-unsafe-where")).ToBeHiddenAsync();
        await KeepsRulesAsync("first page");

        await page.Locator("button[value=next]").ClickAsync();
        await page.Locator("input[name='a.priorities'][value=lighting]").CheckAsync();
        await Assertions.Expect(page.Locator("#w-lighting-where")).ToBeVisibleAsync();
        await page.Locator("#q-minutes-bus").FillAsync("?");
        await page.Locator("button[value=next]").ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await KeepsRulesAsync("page with errors");

        await page.Locator("#q-minutes-bus").FillAsync("7");
        await page.Locator("button[value=next]").ClickAsync();
        await page.Locator("input[name='a.council-known'][value=no]").CheckAsync();
        await page.Locator("button[value=next]").ClickAsync();
        await page.Locator("#consent").WaitForAsync();
        await KeepsRulesAsync("check");
        await page.Locator("#consent").CheckAsync();
        await page.Locator("form[action$='/send'] button").ClickAsync();
        await ReceiptPage.CodeAsync(page);
        await KeepsRulesAsync("receipt");

        await page.GotoAsync($"/{culture}/questionnaire/{Demo.ClosedConsultation}/results");
        await page.Locator("summary").First.ClickAsync();
        await KeepsRulesAsync("results");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        citizen.ShouldBeFaultless();

        async Task KeepsRulesAsync(string where) => (await Axe.ViolationsAsync(page)).ShouldBeEmpty(where);
    }

    [Fact]
    public async Task An_editor_builds_a_question_with_a_condition_and_publishes_the_next_version()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = Sizes.Desk });
        var page = editor.Page;
        await page.GotoAsync("/admin/questionnaires");
        await page.Locator("#userName").FillAsync(DemoData.Administrator);
        await page.Locator("#password").FillAsync(DemoData.Password);
        await page.Locator("main form button.button").ClickAsync();
        await page.Locator("table a[href*='consultation-safety-action-plan']").ClickAsync();
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("overview");

        await page.Locator("#title").FillAsync("Would you come to the next meeting?");
        await page.Locator("#kind").SelectOptionAsync("YesNo");
        await page.Locator("button[value=add]").ClickAsync();
        foreach (var culture in new[] { "sq", "sr", "bs" }) await page.Locator($"[id='title.{culture}']").FillAsync(Demo.Words(culture));
        await page.Locator("#when").SelectOptionAsync("council-known");
        await page.Locator("[name='value.council-known'][value=yes]").CheckAsync();
        await Assertions.Expect(page.Locator("[name='value.priorities']").First).ToBeHiddenAsync();
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty("question");
        await page.Locator("button[value=save]").ClickAsync();
        await Assertions.Expect(page.Locator("#k-would-you-come-to-the-next-meeting")).ToContainTextAsync("Yes");

        await page.Locator("button[value=publish]").ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToContainTextAsync("2");
        await page.GotoAsync($"/en/questionnaire-preview/consultation-safety-action-plan-en");
        await Assertions.Expect(page.Locator(".preview-banner")).ToBeVisibleAsync();
        editor.ShouldBeFaultless();
    }

    static async Task ChooseAsync(Keyboard keys, ILocator first)
    {
        await keys.ReachAsync(first);
        await keys.PressAsync("Space");
    }
}
