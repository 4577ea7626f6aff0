using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

public sealed class WritingTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task An_editor_writes_an_analysis_in_two_languages_and_publishes_it_without_JavaScript_and_without_a_mouse()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, Locale = "en" });
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await SignInAsync(page, keys);

        await keys.FollowAsync(page.Locator("a[href='/admin/content/new']"));
        await keys.FollowAsync(page.Locator("a[href='/admin/content/new/PolicyAnalysis?culture=en']"));
        await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), "Written with the keyboard");
        await keys.FillAsync(page.Locator("[id='PolicyAnalysis.Abstract']"), "What somebody found out.");
        await keys.FillAsync(page.Locator("[id='PolicyAnalysis.KeyMessages']"), "The first message.");
        await keys.FillAsync(page.Locator("[id='MarkdownBodyPart.Markdown']"), "## A heading\n\nAnd words below it.");
        await keys.FollowAsync(page.Locator("button[value='add Authors']"));

        // The new author is where one goes on writing.
        await Assertions.Expect(page.Locator("[name$='.Author.Name']")).ToBeFocusedAsync();
        await keys.TypeAsync("An author");
        (await page.Locator("[id='PolicyAnalysis.Abstract']").InputValueAsync()).ShouldBe("What somebody found out.");
        await PublishAsync(page, keys);

        await keys.FollowAsync(page.Locator("main a[href*='culture=sq']"));
        var title = page.Locator("[id='TitlePart.Title']");
        (await title.InputValueAsync()).ShouldBe("Written with the keyboard");
        await keys.ReachAsync(title);
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("Shkruar me tastierë");
        await PublishAsync(page, keys);

        await page.GotoAsync("/sq/analiza/shkruar-me-tastiere");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Shkruar me tastierë");
        await page.GotoAsync("/en/analyses/written-with-the-keyboard");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("An author");
        editor.ShouldBeFaultless();
    }

    [Fact]
    public async Task A_new_text_is_saved_at_the_first_press_of_its_button_by_mouse_while_nothing_else_is_going_on()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "sq", ViewportSize = new() { Width = 390, Height = 844 } });
        var page = editor.Page;
        await SignInAsync(page, new Keyboard(page));
        await page.GotoAsync("/admin/content/new/Article?culture=sq");
        await page.Locator("[id='TitlePart.Title']").FillAsync("Ndriçimi i rrugëve");
        await page.Locator("button[value=save]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Ndriçimi i rrugëve");
        editor.ShouldBeFaultless();
    }

    [Theory]
    [InlineData("PolicyAnalysis", "sr", 390)]
    [InlineData("Consultation", "sq", 390)]
    [InlineData("Debate", "sr", 1280)]
    [InlineData("CaseStudy", "bs", 390)]
    [InlineData("Municipality", "en", 1280)]
    public async Task A_form_breaks_no_rule_of_WCAG_and_is_no_wider_than_the_window(string type, string culture, int width)
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = new() { Width = width, Height = 900 } });
        var page = editor.Page;
        await SignInAsync(page, new Keyboard(page));
        await page.GotoAsync($"/admin/content?type={type}&culture={culture}");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Locator("form.editor").WaitForAsync();
        await IsAccessibleAsync(page);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        editor.ShouldBeFaultless();
    }

    static async Task SignInAsync(IPage page, Keyboard keys)
    {
        await page.GotoAsync("/admin/content");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Administrator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
    }

    static async Task PublishAsync(IPage page, Keyboard keys)
    {
        await keys.FollowAsync(page.Locator("button[value=publish]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
    }

    static async Task IsAccessibleAsync(IPage page) => (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
}
