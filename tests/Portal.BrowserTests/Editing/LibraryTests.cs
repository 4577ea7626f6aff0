using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

public sealed class LibraryTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    /// <summary>Drops a drawn picture onto a form, as from a folder of the desk.</summary>
    const string Drop = """
        async (form) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
          const draw = canvas.getContext('2d');
          for (let x = 0; x < 900; x += 30) { draw.fillStyle = `hsl(${x / 3} 60% 50%)`; draw.fillRect(x, 0, 30, 600); }
          const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg'));
          const data = new DataTransfer();
          data.items.add(new File([blob], 'Ura e re.jpg', { type: 'image/jpeg' }));
          for (const type of ['dragenter', 'dragover', 'drop']) form.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        }
        """;

    [Fact]
    public async Task An_editor_drops_a_picture_describes_it_and_puts_it_into_a_text_by_keyboard_on_a_telephone()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "en" });
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await page.GotoAsync("/admin/media?folder=");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Administrator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
        await page.GotoAsync("/admin/media?folder=");
        await page.Locator("form[data-upload]").EvaluateAsync(Drop);
        await Assertions.Expect(page.Locator(".media-card .name")).ToHaveTextAsync("Ura e re");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();

        await keys.FollowAsync(page.Locator(".media-card .open"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ura e re");
        await page.Locator(".media-preview").ClickAsync(new() { Position = new() { X = 10, Y = 10 } });
        float.Parse(await page.Locator("#focusX").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(10);
        foreach (var (culture, text) in new[] { ("sq", "Ura mbi lumë"), ("sr", "Мост преко реке"), ("bs", "Most preko rijeke"), ("en", "The bridge over the river") }) await keys.FillAsync(page.Locator("#alt-" + culture), text);
        await keys.FillAsync(page.Locator("#credit"), "Photo: Example Network");
        await keys.FollowAsync(page.Locator("main form button.button").First);
        await Assertions.Expect(page.Locator(".notice.success")).ToHaveTextAsync("Saved.");
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();

        await page.GotoAsync("/admin/content/article-stronger-together-en");
        await keys.ReachAsync(page.Locator(".media-picker [data-choose]"));
        await keys.PressAsync("Enter");
        await keys.FillAsync(page.Locator("#pick-q"), "ura e re");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#media-dialog [data-pick]")).ToHaveCountAsync(1);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        await keys.ReachAsync(page.Locator("#media-dialog [data-pick]"));
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".media-row:not(.spare)")).ToHaveCountAsync(2);
        // The new one to the front: the page shows the first.
        await keys.ReachAsync(page.Locator(".media-row:not(.spare) [data-row=up]").Last);
        await keys.PressAsync("Enter");
        await keys.FollowAsync(page.Locator("button[value=publish]").First);
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();

        await page.GotoAsync("/en/" + (await Demo.PathAsync(demo.Portal, "article-stronger-together", "en")).TrimStart('/').Replace("en/", "", StringComparison.Ordinal));
        var picture = page.Locator(".picture img");
        (await picture.GetAttributeAsync("alt")).ShouldBe("The bridge over the river");
        (await picture.EvaluateAsync<bool>("i => i.decode().then(() => i.naturalWidth > 0 && i.currentSrc.endsWith('.webp'))")).ShouldBeTrue();
        await Assertions.Expect(page.Locator(".picture .credit")).ToHaveTextAsync("Photo: Example Network");
        editor.ShouldBeFaultless();
    }
}
