using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

/// <summary>A moderator's day with the keyboard alone, and what citizens see of it.</summary>
public sealed class ModeratorPathTests(ServedDemo demo, DemoData data, Browsers browsers) : IClassFixture<ServedDemo>
{
    const string Record = "#decide button[value=record]";

    [Theory]
    [InlineData("sq", 1280)]
    [InlineData("sr", 390)]
    [InlineData("bs", 1280)]
    public async Task A_moderator_decides_in_every_way_with_the_keyboard_and_somebody_else_decides_on_the_appeal(string culture, int width)
    {
        var size = new ViewportSize { Width = width, Height = 900 };
        var words = Demo.Words(culture);
        string Text(string kind) => $"{words} {kind} {culture}.";
        await SendAsync(culture, Text("K-1"), Text("K-2"), Text("Filan Fisteku"), Text("K-4"), Text("K-5"), Text("K-6"));
        var receipt = (await SendAsync(culture, Text("K-3"))).Single();
        await using var moderator = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = size });
        var (page, keys) = (moderator.Page, new Keyboard(moderator.Page));
        await SignInAsync(page, keys, DemoData.Moderator);
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(Demo.HtmlLang(culture));
        await KeepsRulesAsync(page, "queue");

        // j walks the list, ? tells what else there is.
        await keys.PressAsync("j");
        await Assertions.Expect(page.Locator(".queue-item .open").First).ToBeFocusedAsync();
        await keys.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog.shortcut-list")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");

        // Published as it stands.
        await OpenAsync("K-1");
        await keys.PressAsync("p");
        await KeepsRulesAsync(page, "decision");
        var published = page.Url.Split('/')[^1];
        await keys.FollowAsync(page.Locator(Record));
        await DoneAsync(page);

        // Merged with what says the same.
        await OpenAsync("K-2");
        await keys.PressAsync("m");
        await keys.FillAsync(page.Locator("#mergeInto"), published);
        await keys.FollowAsync(page.Locator(Record));
        await DoneAsync(page);

        // A name is hidden by marking it.
        await OpenAsync("Filan");
        await keys.PressAsync("r");
        await keys.ReachAsync(page.Locator("#marking"));
        await keys.PressAsync("Control+Home");
        for (var i = 0; i <= words.Length; i++) await keys.PressAsync("ArrowRight");
        for (var i = 0; i < "Filan Fisteku".Length; i++) await keys.PressAsync("Shift+ArrowRight");
        await keys.PressAsync("h");
        await Assertions.Expect(page.Locator("#text mark")).ToHaveTextAsync("Filan Fisteku");
        await ChooseAsync(page, keys, "#reason", "names-a-person");
        await KeepsRulesAsync(page, "marking");
        await keys.FollowAsync(page.Locator(Record));
        await DoneAsync(page);

        // Declined: without a reason the page says so, and keeps what was chosen.
        await OpenAsync("K-3");
        await keys.PressAsync("d");
        await keys.FollowAsync(page.Locator(Record));
        await keys.ReachAsync(page.Locator(".error-summary a[href='#reason']"));
        await Assertions.Expect(page.Locator("[name=decision][value=decline]")).ToBeCheckedAsync();
        await KeepsRulesAsync(page, "decision with an error");
        await ChooseAsync(page, keys, "#reason", "off-topic");
        await keys.FollowAsync(page.Locator(Record));
        await DoneAsync(page);

        // Left to somebody else.
        await OpenAsync("K-4");
        await keys.PressAsync("e");
        await keys.FillAsync(page.Locator("#escalationNote"), words);
        await keys.FollowAsync(page.Locator("form[action$='/escalate'] button"));
        await DoneAsync(page);

        // Two at once.
        foreach (var one in new[] { "K-5", "K-6" })
        {
            await keys.ReachAsync(Item(one).Locator("[name=rows]"));
            await keys.PressAsync("Space");
            // The form for several comes to stay in sight, and never on what has the focus.
            await Assertions.Expect(page.Locator(".bulk button")).ToBeInViewportAsync(new() { Ratio = 1 });
            (await page.EvaluateAsync<bool>("() => { const box = document.activeElement, at = box.getBoundingClientRect(); return box.closest('.choice').contains(document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2)); }")).ShouldBeTrue();
        }

        await Assertions.Expect(page.Locator(".bulk-count")).ToContainTextAsync("2");
        await keys.FollowAsync(page.Locator(".bulk button"));
        await Assertions.Expect(page.Locator(".bulk-outcome .saved")).ToHaveCountAsync(2);
        await KeepsRulesAsync(page, "bulk");

        await AppealAsync(culture, receipt, words);
        await page.GotoAsync("/admin/moderation?state=appealed");
        await keys.FollowAsync(Item("K-3").Locator(".open"));
        await Assertions.Expect(page.Locator("#decide")).ToHaveCountAsync(0);
        await AnswerAppealAsync(culture, size);

        await ReportAsync(culture, published);
        await page.GotoAsync("/admin/moderation?reported=true");
        await keys.FollowAsync(Item("K-1").Locator(".open"));
        await keys.PressAsync("s");
        await keys.FollowAsync(page.Locator(Record));
        await DoneAsync(page);

        await page.GotoAsync(await Demo.PathAsync(demo.Portal, Demo.OpenConsultation, culture));
        await Assertions.Expect(Comment("K-1")).ToHaveCountAsync(1);
        await Assertions.Expect(Comment("K-3")).ToHaveCountAsync(1);
        await Assertions.Expect(Comment("K-6")).ToHaveCountAsync(1);
        (await page.ContentAsync()).ShouldNotContain("Fisteku");
        await page.GotoAsync((await page.Locator("a[href$='/moderation']").First.GetAttributeAsync("href"))!);
        await KeepsRulesAsync(page, "record");
        moderator.ShouldBeFaultless();

        ILocator Item(string kind) => page.Locator(".queue-item", new() { HasText = kind == "Filan" ? $"Fisteku {culture}." : $"{kind} {culture}." });
        ILocator Comment(string kind) => page.Locator(".comment", new() { HasText = $"{kind} {culture}." });
        async Task OpenAsync(string kind)
        {
            await keys.FollowAsync(Item(kind).Locator(".open"));
            // Before the scripts have run, no key means anything.
            await page.UntilAsync("() => document.readyState === 'complete'");
        }
    }

    /// <summary>By a mouse on a desk, and by a finger on a phone.</summary>
    [Theory]
    [InlineData("sq", 1280, false)]
    [InlineData("sr", 390, true)]
    public async Task A_passage_is_marked_where_it_is_read_and_the_decision_fits_the_screen(string culture, int width, bool touch)
    {
        await SendAsync(culture, $"{Demo.Words(culture)} M-1 {culture}.");
        await using var moderator = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = new() { Width = width, Height = 900 }, HasTouch = touch });
        var page = moderator.Page;
        await SignInAsync(page, new(page), DemoData.Moderator);
        await page.Locator(".queue-item", new() { HasText = $"M-1 {culture}." }).Locator(".open").ClickAsync();
        var hide = page.Locator("#marks button");
        await Assertions.Expect(hide).ToBeDisabledAsync();
        if (!touch) (await page.Locator(Record).BoundingBoxAsync())!.Y.ShouldBeLessThan(850);

        // The first word, as a long press or a double click chooses it.
        await page.Locator("#text").EvaluateAsync("e => { const r = document.createRange(); r.setStart(e.firstChild, 0); r.setEnd(e.firstChild, 5); getSelection().removeAllRanges(); getSelection().addRange(r); }");
        await Assertions.Expect(hide).ToBeEnabledAsync();
        await (touch ? hide.TapAsync() : hide.ClickAsync());
        await Assertions.Expect(page.Locator("#text mark")).ToHaveTextAsync(Demo.Words(culture)[..5]);
        await Assertions.Expect(page.Locator("[name=decision][value=redact]")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".for-redact .comment-text")).ToContainTextAsync("▮▮▮");
        await KeepsRulesAsync(page, "marked");

        await page.SelectOptionAsync("#reason", "names-a-person");
        await page.Locator(Record).ClickAsync();
        await DoneAsync(page);
        moderator.ShouldBeFaultless();
    }

    /// <summary>Its author appeals, from the receipt.</summary>
    async Task AppealAsync(string culture, string receipt, string words)
    {
        await using var author = await browsers.OpenAsync(demo.Portal);
        var (page, keys) = (author.Page, new Keyboard(author.Page));
        await page.GotoAsync($"/{culture}/receipt");
        await keys.FillAsync(page.Locator("#receipt"), receipt);
        await keys.FollowAsync(page.Locator("main form button.button"));
        await Assertions.Expect(page.Locator(".receipt .state")).ToBeVisibleAsync();
        await keys.ReachAsync(page.Locator(".receipt-actions details:has(#words) summary"));
        await keys.PressAsync("Enter");
        await keys.FillAsync(page.Locator("#words"), words);
        await keys.FollowAsync(page.Locator("form[action$='/appeal'] button"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await KeepsRulesAsync(page, "receipt");
        author.ShouldBeFaultless();
    }

    /// <summary>Somebody else than before says that the author was right.</summary>
    async Task AnswerAppealAsync(string culture, ViewportSize size)
    {
        await using var other = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = size });
        var (page, keys) = (other.Page, new Keyboard(other.Page));
        await SignInAsync(page, keys, DemoData.Administrator);
        await keys.FollowAsync(page.Locator(".queue-tabs a[href*='appealed']"));
        await keys.FollowAsync(page.Locator(".queue-item", new() { HasText = $"K-3 {culture}." }).Locator(".open"));
        await KeepsRulesAsync(page, "appeal");
        await keys.PressAsync("v");
        await keys.FollowAsync(page.Locator(Record));
        await DoneAsync(page);
        other.ShouldBeFaultless();
    }

    /// <summary>A reader reports a comment.</summary>
    async Task ReportAsync(string culture, string submissionId)
    {
        await using var reader = await browsers.OpenAsync(demo.Portal);
        var (page, keys) = (reader.Page, new Keyboard(reader.Page));
        await page.GotoAsync($"/{culture}/comment/{submissionId}/report");
        await keys.FollowAsync(page.Locator("main form button.button"));
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await KeepsRulesAsync(page, "report");
        await keys.ReachAsync(page.Locator("[name=reason]").First);
        await keys.PressAsync("Space");
        await keys.FollowAsync(page.Locator("main form button.button"));
        await Assertions.Expect(page.Locator("[role=status]").First).ToBeVisibleAsync();
        reader.ShouldBeFaultless();
    }

    static async Task SignInAsync(IPage page, Keyboard keys, string name)
    {
        await page.GotoAsync("/admin/moderation");
        await keys.FillAsync(page.Locator("#userName"), name);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button.button"));
    }

    /// <summary>A list opens by typing in most systems; its value is what counts here.</summary>
    static async Task ChooseAsync(IPage page, Keyboard keys, string list, string value)
    {
        await keys.ReachAsync(page.Locator(list));
        for (var i = 0; i < 30 && await page.Locator(list).InputValueAsync() != value; i++) await keys.PressAsync("ArrowDown");
        (await page.Locator(list).InputValueAsync()).ShouldBe(value);
    }

    static Task DoneAsync(IPage page) => Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();

    static async Task KeepsRulesAsync(IPage page, string where)
    {
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(where);
        (await page.EvaluateAsync<string[]>(Layout.Overflow)).ShouldBeEmpty(where);
    }

    /// <returns>Their receipts.</returns>
    async Task<IReadOnlyList<string>> SendAsync(string culture, params string[] texts)
    {
        var facts = await demo.Portal.Client.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}?culture={culture}", UriKind.Relative));
        using var program = demo.Portal.Program(data.SubmissionsToken);
        var receipts = new List<string>();
        foreach (var text in texts)
        {
            using var answer = await program.PostAsJsonAsync(new Uri($"/api/v1/consultations/{Demo.OpenConsultation}/submissions", UriKind.Relative), new { culture, sectionId = "plan-s2", body = text, consent = (string)facts!["consentVersion"]! });
            answer.EnsureSuccessStatusCode();
            receipts.Add((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["receipt"]!);
        }

        return receipts;
    }
}
