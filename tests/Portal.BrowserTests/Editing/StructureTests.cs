using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

/// <summary>Menus and terms, by keyboard alone, in two languages.</summary>
public sealed class StructureTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task An_editor_adds_moves_and_nests_an_entry_by_keyboard_and_readers_see_it_at_once()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = Sizes.Desk });
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await SignInAsync(page, keys);
        await page.GotoAsync("/admin/menus");
        await RightAsync(page);
        await keys.FollowAsync(page.Locator("a[href='/admin/menus/new?menu=main']"));
        foreach (var (culture, words) in new[] { ("sq", "Rreth nesh"), ("sr", "О нама"), ("en", "About us") }) await keys.FillAsync(page.Locator($"#Words-{culture}"), words);
        await keys.FillAsync(page.Locator("#Q"), "About");
        await keys.FollowAsync(page.Locator("button[value=find]"));
        await page.Locator(".choice-list input[type=radio]").First.FocusAsync();
        await keys.PressAsync("Space");
        await RightAsync(page);
        await keys.FollowAsync(page.Locator("button[value=save]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();

        // The page comes back to the entry; two steps up, then below the entry before it.
        var entry = page.Locator(".menu-table[data-menu=main] th a", new() { HasText = "About us" });
        foreach (var key in (string[])["Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowRight"])
        {
            await Assertions.Expect(entry).ToBeFocusedAsync();
            await page.LeaveAsync(() => keys.PressAsync(key));
        }

        await Assertions.Expect(page.Locator("tr.below th a")).ToHaveTextAsync("About us");
        await RightAsync(page);
        await page.GotoAsync("/sr-Latn");
        await page.Locator(".site-nav .below > summary").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".site-nav .below a")).ToHaveTextAsync("O nama");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await page.GotoAsync("/bs");
        await Assertions.Expect(page.Locator(".site-nav .below")).ToHaveCountAsync(0);
        editor.ShouldBeFaultless();
    }

    [Fact]
    public async Task An_editor_merges_two_terms_by_keyboard_in_Serbian_on_a_phone()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "sr" });
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await SignInAsync(page, keys);
        await page.GotoAsync("/admin/taxonomies/Theme");
        await RightAsync(page);
        await page.GotoAsync("/admin/taxonomies/Theme/theme-school-safety");
        await RightAsync(page);
        await page.Locator("#into").SelectOptionAsync("theme-youth");
        await keys.FollowAsync(page.Locator("form[action$='/merge'] button"));
        await RightAsync(page);
        await keys.FollowAsync(page.Locator("form[action$='/merge'] button.button"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/admin/taxonomies/Theme/theme-youth");
        await page.GotoAsync("/en/themes/school-safety");
        page.Url.ShouldEndWith("/en/themes/young-people");
        editor.ShouldBeFaultless();
    }

    static async Task RightAsync(IPage page)
    {
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(page.Url);
    }

    static async Task SignInAsync(IPage page, Keyboard keys)
    {
        await page.GotoAsync("/admin/content");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Administrator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
    }
}
