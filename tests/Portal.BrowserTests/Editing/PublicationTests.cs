using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

/// <summary>The life of a text among four people with nothing but keyboards: who writes it, who reviews it, who translates it, and who reads it.</summary>
public sealed class PublicationTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    const string Title = "Rrugët pa drita", Queued = ".queue-item .open";

    [Fact]
    public async Task An_analysis_is_written_in_Albanian_returned_mended_published_translated_twice_and_both_translations_become_outdated()
    {
        await using var author = await browsers.OpenAsync(demo.Portal, new() { Locale = "sq", ViewportSize = Sizes.Desk });
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = Sizes.Desk });
        await using var translator = await browsers.OpenAsync(demo.Portal, new() { Locale = "en", ViewportSize = Sizes.Desk });

        var form = await WriteAsync(author.Page);
        await ReturnWithANoteAsync(editor.Page, form);
        await MendAsync(author.Page, form);
        await PublishAsync(editor.Page, form);
        await author.Page.GotoAsync("/sq/analiza/rruget-pa-drita");
        await Assertions.Expect(author.Page.Locator("main")).ToContainTextAsync("112 llamba");
        await Assertions.Expect(author.Page.Locator("main figure figcaption")).ToHaveTextAsync("Rruga e shkollës");
        (await author.Page.Locator("main figure img").GetAttributeAsync("alt")).ShouldBe("Një rrugë pa llamba");
        foreach (var number in (string[])["një", "dy", "tri"]) await Assertions.Expect(author.Page.Locator("main")).ToContainTextAsync($"Të ndizen {number} llamba.");
        await LooksRightAsync(author.Page);

        var keys = new Keyboard(translator.Page);
        await SignInAsync(translator.Page, keys, DemoData.Translator);
        await TranslateAsync(translator.Page, "sr", "Улице без светла", "Министарство", "је обећало 112 светиљки.", "Улица без светиљки");
        await TranslateAsync(translator.Page, "bs", "Ulice bez svjetla", "Ministarstvo", "je obećalo 112 svjetiljki.", "Ulica bez svjetiljki");
        foreach (var title in (string[])["Улице без светла", "Ulice bez svjetla"]) await ApproveAsync(editor.Page, title);
        await BoardAsync(translator.Page);
        await Assertions.Expect(translator.Page.Locator(".tr-board .tr-state.current")).ToHaveCountAsync(3);
        await LooksRightAsync(translator.Page);

        // The source goes on; both translations are told of it, to those who work here and to those who read.
        var hands = new Keyboard(editor.Page);
        await editor.Page.GotoAsync(form);
        await RewriteAsync(editor.Page, hands, "ka premtuar", "ende nuk ka vënë");
        await hands.FollowAsync(editor.Page.Locator("button[value=publish]"));
        await BoardAsync(translator.Page);
        await Assertions.Expect(translator.Page.Locator(".tr-board .tr-state.stale")).ToHaveCountAsync(2);
        await translator.Page.SetViewportSizeAsync(Sizes.Narrow.Width, Sizes.Narrow.Height);
        await LooksRightAsync(translator.Page);
        await keys.FollowAsync(translator.Page.Locator(".tr-board a[href$='/bs']"));
        await Assertions.Expect(translator.Page.Locator(".tr-change ins").First).ToContainTextAsync("ende");
        await LooksRightAsync(translator.Page);
        foreach (var address in (string[])["/sr/analize/ulice-bez-svetla", "/sr-Latn/analize/ulice-bez-svetla", "/bs/analize/ulice-bez-svjetla"])
        {
            await author.Page.GotoAsync(address);
            await Assertions.Expect(author.Page.Locator(".notice.warning a")).ToHaveTextAsync("Shqip");
        }

        await LooksRightAsync(author.Page);
        author.ShouldBeFaultless();
        editor.ShouldBeFaultless();
        translator.ShouldBeFaultless();
    }

    /// <returns>Address of the form.</returns>
    static async Task<string> WriteAsync(IPage page)
    {
        var keys = new Keyboard(page);
        await SignInAsync(page, keys, DemoData.Member);
        await page.GotoAsync("/admin/content/new/PolicyAnalysis?culture=sq");
        await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), Title);
        await keys.FillAsync(page.Locator("[id='MarkdownBodyPart.Markdown']"), "Ministria ka premtuar njëqind llamba.");
        await PutInAFigureAsync(page, keys);
        await keys.FollowAsync(page.Locator("button[value=save]").First);
        (await page.Locator("button[value=publish]").CountAsync()).ShouldBe(0);
        var form = new Uri(page.Url).AbsolutePath;

        foreach (var number in (string[])["një", "dy", "tri"])
        {
            await keys.FollowAsync(page.Locator("#recommendations p a"));
            await Assertions.Expect(page.Locator("[id='Recommendation.Source'] option:checked")).ToContainTextAsync(Title);
            await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), $"Të ndizen {number} llamba.");
            await keys.ReachAsync(page.Locator("[name='Recommendation.Addressees']"));
            await keys.PressAsync("Space");
            await keys.FollowAsync(page.Locator("button[value=save]").First);
            await page.GotoAsync(form);
        }

        await Assertions.Expect(page.Locator("#recommendations li")).ToHaveCountAsync(3);
        await OpenAsync(page, keys, "#reviewNote");
        await keys.FillAsync(page.Locator("#reviewNote"), "Deri të premten, ju lutem.");
        await keys.FollowAsync(page.Locator("button[value=review-request]"));
        await Assertions.Expect(page.Locator(".review-state.is-inreview")).ToContainTextAsync("Në shqyrtim");
        await LooksRightAsync(page);
        return form;
    }

    /// <summary>From the toolbar through the library; nothing goes in before it is described.</summary>
    static async Task PutInAFigureAsync(IPage page, Keyboard keys)
    {
        await keys.PressAsync("Alt+F10");
        foreach (var key in (string[])["End", "ArrowLeft", "Enter"]) await keys.PressAsync(key);
        await keys.ReachAsync(page.Locator("#md-figure .figure-button"));
        await keys.PressAsync("Enter");
        await page.Locator("#media-dialog input[type=file]").SetInputFilesAsync(Path.Combine(Repository.Root, "recipes", "demo", "media", "pattern-road.svg"));
        await Assertions.Expect(page.Locator("#media-dialog")).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(page.Locator("#md-figure-path")).Not.ToHaveValueAsync("");
        await LooksRightAsync(page);
        await keys.ReachAsync(page.Locator("#md-figure-caption"));
        await keys.TypeAsync("Rruga e shkollës");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#md-figure [role=alert]")).ToBeVisibleAsync();
        await page.Locator("#md-figure-path").FocusAsync();
        await keys.FillAsync(page.Locator("#md-figure-alt"), "Një rrugë pa llamba");
        await keys.PressAsync("Enter");
        (await page.Locator("[id='MarkdownBodyPart.Markdown']").InputValueAsync()).ShouldContain("![Një rrugë pa llamba](/media/");
    }

    static async Task ReturnWithANoteAsync(IPage page, string form)
    {
        var keys = new Keyboard(page);
        await SignInAsync(page, keys, DemoData.Editor);
        await page.GotoAsync("/admin");
        await Assertions.Expect(page.Locator(".rail-notifications .waiting")).ToContainTextAsync("1");
        await LooksRightAsync(page);
        await keys.FollowAsync(page.Locator(".rail-notifications a"));
        await LooksRightAsync(page);
        await keys.FollowAsync(page.Locator(".notification .open").First);
        new Uri(page.Url).AbsolutePath.ShouldBe(form);
        await Assertions.Expect(page.Locator(".rail-notifications .waiting")).ToHaveCountAsync(0);

        // The words are marked in the form, and one key comments on them.
        await page.EvaluateAsync("""
            () => {
              const text = document.getElementById('MarkdownBodyPart.Markdown');
              const at = text.value.indexOf('njëqind');
              text.focus();
              text.setSelectionRange(at, at + 7);
            }
            """);
        await page.WaitForTimeoutAsync(100);
        await keys.PressAsync("Control+Alt+m");
        await Assertions.Expect(page.Locator("#passageNote")).ToBeFocusedAsync();
        (await page.Locator("#passageQuote").InputValueAsync()).ShouldBe("njëqind");
        await keys.TypeAsync("Sipas cilit burim?");
        await LooksRightAsync(page);
        await keys.FollowAsync(page.Locator("#new-comment button"));
        await OpenAsync(page, keys, "#returnNote");
        await keys.FillAsync(page.Locator("#returnNote"), "Shtoni burimin.");
        await keys.FollowAsync(page.Locator("#review form[action$='/return'] button"));
        await Assertions.Expect(page.Locator(".review-state.is-returned")).ToBeVisibleAsync();
    }

    static async Task MendAsync(IPage page, string form)
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/admin");
        await keys.FollowAsync(page.Locator($".panel a[href='{form}#review']").First);
        await Assertions.Expect(page.Locator(".passage blockquote")).ToHaveTextAsync("njëqind");
        await RewriteAsync(page, keys, "njëqind llamba", "112 llamba (plani i vitit 2025)");
        await OpenAsync(page, keys, "#reviewNote");
        await keys.FollowAsync(page.Locator("button[value=review-request]"));
        await Assertions.Expect(page.Locator(".passage .badge")).ToHaveTextAsync("Këto fjalë nuk janë më");
    }

    static async Task PublishAsync(IPage page, string form)
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/admin/review");
        await LooksRightAsync(page);
        await keys.FollowAsync(page.Locator(Queued, new() { HasText = Title }));
        await keys.FollowAsync(page.Locator("#review a[href$='/changes']"));
        await Assertions.Expect(page.Locator(".review-diff ins").First).ToContainTextAsync("112");
        await LooksRightAsync(page);
        await page.GotoAsync(form);
        await ApproveAsync(page, keys);

        // What it recommends follows, all at once.
        await page.GotoAsync("/admin/content?type=Recommendation&state=Draft");
        await Assertions.Expect(page.Locator(".list-row")).ToHaveCountAsync(3);
        await keys.ReachAsync(page.Locator(".tick-all"));
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator(".bulk-bar button[value=publish]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
    }

    static async Task TranslateAsync(IPage page, string culture, string title, string ministry, string rest, string alt)
    {
        var keys = new Keyboard(page);
        await BoardAsync(page);
        await keys.FollowAsync(page.Locator($".tr-board a[href$='/{culture}']"));
        await keys.ReachAsync(page.Locator("textarea").First);
        await keys.TypeAsync(title);
        await keys.PressAsync("Alt+Enter");
        // The word of the glossary, and what follows it.
        await keys.PressAsync("Alt+1");
        await Assertions.Expect(page.Locator("textarea").Nth(1)).ToHaveValueAsync(ministry);
        await keys.PressAsync("Control+End");
        await keys.TypeAsync(" " + rest);
        await keys.PressAsync("Alt+Enter");
        await keys.PressAsync("Alt+c");
        var figure = await page.Locator("textarea").Nth(2).InputValueAsync();
        figure.ShouldContain("![Një rrugë pa llamba]");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync(figure.Replace("Një rrugë pa llamba", alt, StringComparison.Ordinal));
        await LooksRightAsync(page);
        await keys.FollowAsync(page.Locator("button[value=review-request]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
    }

    static async Task ApproveAsync(IPage page, string title)
    {
        var keys = new Keyboard(page);
        await page.GotoAsync("/admin/review");
        await keys.FollowAsync(page.Locator(Queued, new() { HasText = title }));
        await ApproveAsync(page, keys);
    }

    static async Task ApproveAsync(IPage page, Keyboard keys)
    {
        await OpenAsync(page, keys, "#approvalNote");
        await keys.FollowAsync(page.Locator("button[value=review-approve]"));
        await Assertions.Expect(page.Locator(".review-state.is-published")).ToBeVisibleAsync();
    }

    static Task<IResponse?> BoardAsync(IPage page) => page.GotoAsync("/admin/translations?q=rruget&type=PolicyAnalysis");

    /// <summary>Changes words of the text and leaves the rest as it stands.</summary>
    static async Task RewriteAsync(IPage page, Keyboard keys, string words, string instead)
    {
        var body = page.Locator("[id='MarkdownBodyPart.Markdown']");
        var text = await body.InputValueAsync();
        text.ShouldContain(words);
        await body.FocusAsync();
        await keys.PressAsync("Control+A");
        await keys.TypeAsync(text.Replace(words, instead, StringComparison.Ordinal));
    }

    /// <summary>Opens the fold that holds an input.</summary>
    internal static async Task OpenAsync(IPage page, Keyboard keys, string input)
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
        (await page.EvaluateAsync<string[]>(Layout.Overflow)).ShouldBeEmpty(page.Url);
    }

    internal static async Task SignInAsync(IPage page, Keyboard keys, string user)
    {
        await page.GotoAsync("/admin/content");
        await keys.FillAsync(page.Locator("#userName"), user);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
    }
}
