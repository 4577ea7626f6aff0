using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Editing;

/// <summary>Review for who has a telephone and no scripts.</summary>
public sealed class ReviewTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    /// <summary>At 390 and at 320 pixels, without JavaScript: the panel stands below the form and everything in it works.</summary>
    [Fact]
    public async Task On_a_telephone_without_JavaScript_a_text_is_asked_for_and_withdrawn()
    {
        await using var author = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, Locale = "sr" });
        var (page, keys) = (author.Page, new Keyboard(author.Page));
        await PublicationTests.SignInAsync(page, keys, DemoData.Member);
        await page.GotoAsync("/admin/content/new/Article?culture=sr");
        await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), "Улице без светла");
        await keys.FollowAsync(page.Locator("button[value=save]").First);
        await PublicationTests.OpenAsync(page, keys, "#passageNote");
        await page.Locator("#passageQuote").FillAsync("није ту");
        await keys.FillAsync(page.Locator("#passageNote"), "Белешка себи.");
        await keys.FollowAsync(page.Locator("#new-comment button"));
        // Refused: what was typed is kept, and goes through once it is right.
        (await page.Locator("#note").InputValueAsync()).ShouldBe("Белешка себи.");
        await page.Locator("#quote").FillAsync("Улице");
        await keys.FollowAsync(page.Locator("main form button"));
        await Assertions.Expect(page.Locator(".passage blockquote")).ToHaveTextAsync("Улице");
        await PublicationTests.OpenAsync(page, keys, "#reviewNote");
        await keys.FollowAsync(page.Locator("button[value=review-request]"));
        await keys.FollowAsync(page.Locator("form[action$='/withdraw'] button"));
        await Assertions.Expect(page.Locator(".review-state.is-draft")).ToBeVisibleAsync();
        foreach (var size in new[] { Sizes.Phone, Sizes.Narrow })
        {
            await page.SetViewportSizeAsync(size.Width, size.Height);
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        }

        author.ShouldBeFaultless();
    }
}
