using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

/// <summary>Two people write one text at once, with nothing but their keyboards, and nothing that either of them typed is lost.</summary>
public sealed class TogetherTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task Two_editors_at_once_lose_nothing_and_neither_does_who_closes_the_window()
    {
        await using var first = await OpenAsync(DemoData.Administrator);
        await using var second = await OpenAsync(DemoData.Editor, Sizes.Phone);
        var (mine, myKeys) = (first.Page, new Keyboard(first.Page));
        var (theirs, theirKeys) = (second.Page, new Keyboard(second.Page));
        await mine.GotoAsync("/admin/content?type=Article&culture=en");
        var address = (await mine.Locator("tbody th a").First.GetAttributeAsync("href"))!;
        await mine.GotoAsync(address);
        await theirs.GotoAsync(address);

        // The first writes with the toolbar, looks at the preview and saves without leaving the page.
        var body = mine.Locator("[id='MarkdownBodyPart.Markdown']");
        await myKeys.ReachAsync(body);
        await myKeys.PressAsync("Control+A");
        await myKeys.TypeAsync("A new beginning");
        await myKeys.PressAsync("Control+A");
        await myKeys.PressAsync("Control+B");
        await myKeys.PressAsync("Control+End");
        await mine.Keyboard.TypeAsync("\n\n- one\ntwo");
        await myKeys.PressAsync("Alt+F10");
        foreach (var key in new[] { "End", "Enter" }) await myKeys.PressAsync(key);
        var preview = mine.Locator(".md-field:has([id='MarkdownBodyPart.Markdown']) .md-preview");
        await Assertions.Expect(preview.Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(preview.Locator("strong")).ToHaveTextAsync("A new beginning");
        await AccessibleAsync(mine);
        foreach (var key in new[] { "ArrowLeft", "Enter" }) await myKeys.PressAsync(key);
        await Assertions.Expect(mine.Locator("#md-figure")).ToBeVisibleAsync();
        await AccessibleAsync(mine);
        await mine.Locator("#md-figure-path").FillAsync("lamp.jpg");
        await myKeys.PressAsync("Enter");
        await Assertions.Expect(mine.Locator("#md-figure [role=alert]")).ToBeVisibleAsync();
        await mine.Locator("#md-figure-alt").FillAsync("A lamp");
        await mine.Locator("#md-figure-path").FillAsync("/themes/forum/img/mark.svg");
        await myKeys.PressAsync("Enter");
        (await body.InputValueAsync()).ShouldContain("^^^\n![A lamp](/themes/forum/img/mark.svg)\n^^^");
        await AppendAsync(myKeys, mine.Locator("[id='Article.Summary']"), " First hand.");
        await SaveAsync(mine);

        // The second has changed the title, and the summary too.
        await AppendAsync(theirKeys, theirs.Locator("[id='TitlePart.Title']"), " twice");
        await AppendAsync(theirKeys, theirs.Locator("[id='Article.Summary']"), " Second hand.");
        await theirKeys.PressAsync("Control+S");
        await Assertions.Expect(theirs.Locator(".conflict .clash")).ToHaveCountAsync(1);
        await Assertions.Expect(theirs.Locator(".conflict .clash del")).ToContainTextAsync("First");
        await AccessibleAsync(theirs);
        (await theirs.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        (await theirs.Locator("[id='MarkdownBodyPart.Markdown']").InputValueAsync()).ShouldContain("A new beginning");
        await theirKeys.ReachAsync(theirs.Locator(".clash input[type=radio]").First);
        await theirKeys.PressAsync("ArrowDown");
        await SaveAsync(theirs);
        await theirs.GotoAsync(address);
        (await theirs.Locator("[id='TitlePart.Title']").InputValueAsync()).ShouldEndWith(" twice");
        (await theirs.Locator("[id='Article.Summary']").InputValueAsync()).ShouldEndWith(" First hand.");

        // A window that is closed, or that crashes, takes nothing with it.
        await AppendAsync(theirKeys, theirs.Locator("[id='Article.Summary']"), " Third thought.");
        await Assertions.Expect(theirs.Locator("[data-save-state]")).ToContainTextAsync("Kept at", new() { Timeout = 15_000 });
        await using var again = await OpenAsync(DemoData.Editor);
        await again.Page.GotoAsync(address);
        await Assertions.Expect(again.Page.Locator(".notice.unsaved")).ToBeVisibleAsync();
        (await again.Page.Locator("[id='Article.Summary']").InputValueAsync()).ShouldEndWith(" Third thought.");
        await SaveAsync(again.Page);
        await again.Page.ReloadAsync();
        (await again.Page.Locator("[id='Article.Summary']").InputValueAsync()).ShouldEndWith(" Third thought.");
        await Assertions.Expect(again.Page.Locator(".notice.unsaved")).ToHaveCountAsync(0);
        first.ShouldBeFaultless();
        second.ShouldBeFaultless();
    }

    [Fact]
    public async Task Items_lines_and_choices_are_worked_on_by_keyboard()
    {
        await using var editor = await OpenAsync(DemoData.Administrator);
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await page.GotoAsync("/admin/content/new/PolicyAnalysis?culture=en");
        await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), "Made by keyboard");
        await keys.FillAsync(page.Locator("[id='PolicyAnalysis.KeyMessages']"), "Second");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("First");
        await keys.PressAsync("Alt+ArrowUp");
        await keys.ReachAsync(page.Locator("[data-bag=Authors] > p.actions button"));
        await keys.PressAsync("Enter");
        await keys.TypeAsync("Zana");
        await keys.ReachAsync(page.Locator("[data-bag=Authors] > p.actions button"));
        await keys.PressAsync("Enter");
        await keys.TypeAsync("Arta");
        await keys.PressAsync("Alt+ArrowUp");
        await keys.ReachAsync(page.Locator("[data-bag=Authors] .bag-item").Last.Locator("button[value^=remove]"));
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-bag=Authors] .bag-item")).ToHaveCountAsync(1);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-bag=Authors] .bag-item")).ToHaveCountAsync(2);
        var municipalities = page.Locator("fieldset[id='TopicsPart.Municipalities']");
        await page.Locator("[id='TitlePart.Title']").FocusAsync();
        await keys.FillAsync(municipalities.Locator("input[type=search]"), "штимље");
        await Assertions.Expect(municipalities.Locator("label:visible")).ToHaveCountAsync(1);
        await keys.ReachAsync(municipalities.Locator("label:visible input"));
        await keys.PressAsync("Space");
        await AccessibleAsync(page);
        await keys.PressAsync("Control+S");
        await page.Locator("main a[href*='culture=sq']").WaitForAsync();
        (await page.Locator("textarea[data-lines]").InputValueAsync()).ShouldBe("First\nSecond");
        (await page.Locator("[name$='.Author.Name']").EvaluateAllAsync<string[]>("all => all.map(i => i.value)")).ShouldBe(["Arta", "Zana"]);
        (await municipalities.Locator("input:checked").CountAsync()).ShouldBe(1);
        editor.ShouldBeFaultless();
    }

    async Task<Window> OpenAsync(string account, ViewportSize? size = null)
    {
        var window = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = size ?? Sizes.Desk });
        var (page, keys) = (window.Page, new Keyboard(window.Page));
        await page.GotoAsync("/admin/content");
        await keys.FillAsync(page.Locator("#userName"), account);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
        return window;
    }

    static async Task AppendAsync(Keyboard keys, ILocator field, string text)
    {
        await keys.ReachAsync(field);
        await keys.PressAsync("Control+End");
        await keys.TypeAsync(text);
    }

    static async Task SaveAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Control+S");
        await Assertions.Expect(page.Locator("[data-save-state][data-tone=good]")).ToBeVisibleAsync();
    }

    static async Task AccessibleAsync(IPage page) => (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
}
