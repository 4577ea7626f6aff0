using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

/// <summary>A text between its author, who reads Albanian, and the network editor, both with a keyboard and nothing else.</summary>
public sealed class ReviewTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task A_member_asks_in_Albanian_the_editor_returns_it_with_a_comment_on_a_passage_and_publishes_what_was_mended()
    {
        await using var author = await browsers.OpenAsync(demo.Portal, new() { Locale = "sq", ViewportSize = Sizes.Desk });
        var (writing, keys) = (author.Page, new Keyboard(author.Page));
        await SignInAsync(writing, keys, DemoData.Member);
        await writing.GotoAsync("/admin/content/new/PolicyAnalysis?culture=sq");
        await keys.FillAsync(writing.Locator("[id='TitlePart.Title']"), "Rrugët pa drita");
        await keys.FillAsync(writing.Locator("[id='MarkdownBodyPart.Markdown']"), "Komuna ka premtuar njëqind llamba.");
        await keys.FollowAsync(writing.Locator("button[value=save]").First);
        (await writing.Locator("button[value=publish]").CountAsync()).ShouldBe(0);
        var form = new Uri(writing.Url).AbsolutePath;
        await OpenAsync(writing, keys, "#reviewNote");
        await keys.FillAsync(writing.Locator("#reviewNote"), "Deri të premten, ju lutem.");
        await keys.FollowAsync(writing.Locator("button[value=review-request]"));
        await Assertions.Expect(writing.Locator(".review-state.is-inreview")).ToContainTextAsync("Në shqyrtim");
        await LooksRightAsync(writing);

        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = Sizes.Desk });
        var (reading, hands) = (editor.Page, new Keyboard(editor.Page));
        await SignInAsync(reading, hands, DemoData.Editor);
        await reading.GotoAsync("/admin");
        await Assertions.Expect(reading.Locator(".rail-notifications .waiting")).ToContainTextAsync("1");
        await LooksRightAsync(reading);
        await hands.FollowAsync(reading.Locator(".rail-notifications a"));
        await LooksRightAsync(reading);
        await hands.FollowAsync(reading.Locator(".notification .open").First);
        new Uri(reading.Url).AbsolutePath.ShouldBe(form);
        await Assertions.Expect(reading.Locator(".rail-notifications .waiting")).ToHaveCountAsync(0);

        // The words are marked in the form, and one key comments on them.
        await reading.EvaluateAsync("""
            () => {
              const text = document.getElementById('MarkdownBodyPart.Markdown');
              const at = text.value.indexOf('njëqind');
              text.focus();
              text.setSelectionRange(at, at + 7);
            }
            """);
        await reading.WaitForTimeoutAsync(100);
        await hands.PressAsync("Control+Alt+m");
        await Assertions.Expect(reading.Locator("#passageNote")).ToBeFocusedAsync();
        (await reading.Locator("#passageQuote").InputValueAsync()).ShouldBe("njëqind");
        await hands.TypeAsync("Sipas cilit burim?");
        await LooksRightAsync(reading);
        await hands.FollowAsync(reading.Locator("#new-comment button"));
        await OpenAsync(reading, hands, "#returnNote");
        await hands.FillAsync(reading.Locator("#returnNote"), "Shtoni burimin.");
        await hands.FollowAsync(reading.Locator("#review form[action$='/return'] button"));
        await Assertions.Expect(reading.Locator(".review-state.is-returned")).ToBeVisibleAsync();

        await writing.GotoAsync("/admin");
        await keys.FollowAsync(writing.Locator($".panel a[href='{form}#review']").First);
        await Assertions.Expect(writing.Locator(".passage blockquote")).ToHaveTextAsync("njëqind");
        await writing.Locator("[id='MarkdownBodyPart.Markdown']").FillAsync("Komuna ka premtuar 112 llamba (plani i vitit 2025).");
        await OpenAsync(writing, keys, "#reviewNote");
        await keys.FollowAsync(writing.Locator("button[value=review-request]"));
        await Assertions.Expect(writing.Locator(".passage .badge")).ToHaveTextAsync("Këto fjalë nuk janë më");

        await reading.GotoAsync("/admin/review");
        await LooksRightAsync(reading);
        await hands.FollowAsync(reading.Locator(".queue-item .open", new() { HasText = "Rrugët pa drita" }));
        await hands.FollowAsync(reading.Locator("#review a[href$='/changes']"));
        await Assertions.Expect(reading.Locator(".review-diff ins").First).ToContainTextAsync("112");
        await LooksRightAsync(reading);
        await reading.GotoAsync(form);
        await OpenAsync(reading, hands, "#approvalNote");
        await hands.FollowAsync(reading.Locator("button[value=review-approve]"));
        await Assertions.Expect(reading.Locator(".review-state.is-published")).ToBeVisibleAsync();

        await writing.GotoAsync("/sq/analiza/rruget-pa-drita");
        await Assertions.Expect(writing.Locator("main")).ToContainTextAsync("112 llamba");
        author.ShouldBeFaultless();
        editor.ShouldBeFaultless();
    }

    /// <summary>At 390 and at 320 pixels, without JavaScript: the panel stands below the form and everything in it works.</summary>
    [Fact]
    public async Task On_a_telephone_without_JavaScript_a_text_is_asked_for_and_withdrawn()
    {
        await using var author = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, Locale = "sr" });
        var (page, keys) = (author.Page, new Keyboard(author.Page));
        await SignInAsync(page, keys, DemoData.Member);
        await page.GotoAsync("/admin/content/new/Article?culture=sr");
        await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), "Улице без светла");
        await keys.FollowAsync(page.Locator("button[value=save]").First);
        await OpenAsync(page, keys, "#passageNote");
        await page.Locator("#passageQuote").FillAsync("није ту");
        await keys.FillAsync(page.Locator("#passageNote"), "Белешка себи.");
        await keys.FollowAsync(page.Locator("#new-comment button"));
        // Refused: what was typed is kept, and goes through once it is right.
        (await page.Locator("#note").InputValueAsync()).ShouldBe("Белешка себи.");
        await page.Locator("#quote").FillAsync("Улице");
        await keys.FollowAsync(page.Locator("main form button"));
        await Assertions.Expect(page.Locator(".passage blockquote")).ToHaveTextAsync("Улице");
        await OpenAsync(page, keys, "#reviewNote");
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

    /// <summary>Opens the fold that holds an input.</summary>
    static async Task OpenAsync(IPage page, Keyboard keys, string input)
    {
        var fold = page.Locator($"details:has({input})");
        if (await fold.GetAttributeAsync("open") is not null) return;
        await keys.ReachAsync(fold.Locator("summary"));
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(input)).ToBeVisibleAsync();
    }

    static async Task LooksRightAsync(IPage page)
    {
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(page.Url);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(page.Url);
    }

    static async Task SignInAsync(IPage page, Keyboard keys, string user)
    {
        await page.GotoAsync("/admin/content");
        await keys.FillAsync(page.Locator("#userName"), user);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
    }
}
