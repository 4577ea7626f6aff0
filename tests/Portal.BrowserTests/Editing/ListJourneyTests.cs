using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

/// <summary>From the first page through list, versions and schedule to the audit trail, by keyboard; every page keeps the rules of accessibility and the width of a phone.</summary>
public sealed class ListJourneyTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task An_editor_finds_a_text_changes_it_compares_schedules_and_bins_by_keyboard()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = new() { Width = 390, Height = 900 } });
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await page.GotoAsync("/admin");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Administrator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Overview");
        await IsSoundAsync(page);

        // The list: a word in the other script's letters, then j, x and Enter.
        await page.GotoAsync("/admin/content?q=svetiljke&culture=sr");
        await Assertions.Expect(page.Locator(".list-row")).Not.ToHaveCountAsync(0);
        await IsSoundAsync(page);
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await Assertions.Expect(page.Locator(".list-row input:checked")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".bulk-count")).ToHaveTextAsync("1 ticked");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains('?', StringComparison.Ordinal));
        var item = page.Url;

        await keys.FillAsync(page.Locator("#comment"), "A word more");
        await page.Locator("[id='TitlePart.Title']").FocusAsync();
        await keys.PressAsync("End");
        await keys.TypeAsync(" поново");
        await keys.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("[data-save-state]")).ToContainTextAsync("Saved");

        await page.GotoAsync(item + "/versions");
        await Assertions.Expect(page.Locator(".versions")).ToContainTextAsync("A word more");
        await IsSoundAsync(page);
        await keys.FollowAsync(page.Locator("button.button"));
        await Assertions.Expect(page.Locator("ins").Last).ToContainTextAsync("поново");
        await IsSoundAsync(page);

        await page.GotoAsync(item + "/schedule");
        await IsSoundAsync(page);
        await keys.FollowAsync(page.Locator("main form.form button"));
        await Assertions.Expect(page.Locator(".schedule")).ToContainTextAsync("Becomes public on");
        await keys.FollowAsync(page.Locator(".schedule button"));
        await Assertions.Expect(page.Locator(".schedule")).ToHaveCountAsync(0);

        await page.GotoAsync("/admin/content?q=svetiljke&culture=sr");
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await keys.FollowAsync(page.Locator("button[value=remove]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToContainTextAsync("1 item is in the bin now.");
        await page.GotoAsync("/admin/content/bin");
        await IsSoundAsync(page);
        await keys.FollowAsync(page.Locator(".list-row button"));
        await Assertions.Expect(page.Locator(".notice.success")).ToContainTextAsync("Brought back as a draft.");

        await page.GotoAsync("/admin/audit");
        await Assertions.Expect(page.Locator(".list-row").First).ToContainTextAsync("brought back");
        await IsSoundAsync(page);
        editor.ShouldBeFaultless();
    }

    static async Task IsSoundAsync(IPage page)
    {
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(page.Url);
    }
}
