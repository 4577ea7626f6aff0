using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Translations;

public sealed class TranslatorTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task A_translator_brings_an_analysis_to_Serbian_and_Bosnian_by_keyboard_and_a_change_of_the_source_makes_both_outdated()
    {
        await using var translator = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 900 } });
        var (page, keys) = (translator.Page, new Keyboard(translator.Page));
        await page.GotoAsync("/admin/content/new/PolicyAnalysis?culture=sq");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Administrator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));

        await page.GotoAsync("/admin/content/new/PolicyAnalysis?culture=sq");
        await page.Locator("[id='TitlePart.Title']").FillAsync("Rekomandimet e harruara");
        await page.Locator("[id='MarkdownBodyPart.Markdown']").FillAsync("## Titulli\n\nMinistria nuk u përgjigj.");
        await keys.FollowAsync(page.Locator("button[value=publish]").First);
        var form = new Uri(page.Url).AbsolutePath;

        foreach (var (culture, title, heading, text) in new[] { ("sr", "Заборављене препоруке", "## Наслов", "Министарство није одговорило."), ("bs", "Zaboravljene preporuke", "## Naslov", "Ministarstvo nije odgovorilo.") })
        {
            await page.GotoAsync("/admin/translations?q=harruara");
            await keys.FollowAsync(page.Locator($".tr-board a[href$='/{culture}']"));
            await keys.PressAsync("Tab");
            await keys.ReachAsync(page.Locator("textarea").First);
            await keys.TypeAsync(title);
            await keys.PressAsync("Alt+Enter");
            await keys.TypeAsync(heading);
            await keys.PressAsync("Alt+ArrowDown");
            // The word of the glossary, then what was meant instead of it.
            await keys.PressAsync("Alt+1");
            (await page.Locator("textarea").Nth(2).InputValueAsync()).ShouldBe(culture == "sr" ? "Министарство" : "Ministarstvo");
            await keys.PressAsync("Control+A");
            await keys.TypeAsync(text);
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
            await keys.PressAsync("Control+Enter");
            await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
            await page.GotoAsync(await page.Locator(".meta a[lang]").Nth(1).GetAttributeAsync("href") ?? "");
            await keys.FollowAsync(page.Locator("button[value=publish]").First);
        }

        await page.GotoAsync("/admin/translations?q=harruara");
        await Assertions.Expect(page.Locator(".tr-board .tr-state.current")).ToHaveCountAsync(3);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();

        await page.GotoAsync(form);
        await page.Locator("[id='MarkdownBodyPart.Markdown']").FillAsync("## Titulli\n\nMinistria ende nuk u përgjigj.");
        await keys.FollowAsync(page.Locator("button[value=publish]").First);
        await page.GotoAsync("/admin/translations?q=harruara");
        await Assertions.Expect(page.Locator(".tr-board .tr-state.stale")).ToHaveCountAsync(2);

        await page.SetViewportSizeAsync(390, 844);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await keys.FollowAsync(page.Locator(".tr-board a[href$='/bs']"));
        await Assertions.Expect(page.Locator(".tr-change ins")).ToContainTextAsync("ende");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        foreach (var other in new[] { "/admin/interface-strings?culture=sr", "/admin/translations/glossary", "/admin/translations/import" })
        {
            await page.GotoAsync(other);
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty(other);
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(other);
        }

        await page.GotoAsync("/bs/analize/zaboravljene-preporuke");
        await Assertions.Expect(page.Locator(".notice.warning a")).ToHaveTextAsync("Shqip");
        translator.ShouldBeFaultless();
    }
}
