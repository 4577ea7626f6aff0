using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Caching;

public sealed class CachedPageTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string OpenPage = "/en/consultations/community-safety-action-plan";

    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/bs")]
    [InlineData("/sq/konsultime")]
    [InlineData("/sq/konsultime/plani-i-veprimit-per-sigurine")]
    [InlineData("/sr/analize")]
    [InlineData("/sr-Latn/analize/oruzje-poverenje-i-konsultacije")]
    [InlineData("/bs/organizacije")]
    [InlineData("/bs/organizacije/aktiv")]
    [InlineData("/bs/o-nama")]
    public async Task The_second_reader_of_a_page_costs_no_database_command_and_gets_the_same_bytes(string path)
    {
        var first = await portal.Client.TextAsync(path);
        portal.Queries.Reset();
        using var second = await portal.NewClient().AskAsync(path);

        (await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(first);
        portal.Queries.Count.ShouldBe(0);
        second.Headers.Contains("Set-Cookie").ShouldBeFalse();
        first.ShouldNotContain("__RequestVerificationToken");
    }

    [Fact]
    public async Task Query_keys_that_no_page_knows_make_no_new_copy()
    {
        await portal.Client.TextAsync("/sr/konsultacije");
        portal.Queries.Reset();
        await portal.Client.TextAsync("/sr/konsultacije?utm_source=x");
        await portal.Client.TextAsync("/sr/konsultacije?anything=1&more=2");
        portal.Queries.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_signed_in_passes_the_cache_by_and_leaves_nothing_in_it()
    {
        var editor = await portal.SignedInAsync("nina");
        await portal.Client.TextAsync("/sq/analiza");
        using var own = await editor.AskAsync("/sq/analiza");
        own.Headers.Age.ShouldBeNull();

        await editor.AskAsync("/sq/organizata");
        using var first = await portal.Client.AskAsync("/sq/organizata");
        first.Headers.Age.ShouldBeNull();
        using var second = await portal.Client.AskAsync("/sq/organizata");
        second.Headers.Age.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_request_with_an_Authorization_header_passes_the_cache_by()
    {
        await portal.Client.TextAsync("/bs/analize");
        using var answer = await portal.Client.AskAsync("/bs/analize", ("Authorization", "Bearer x"));
        answer.Headers.Age.ShouldBeNull();
    }

    [Fact]
    public async Task The_address_without_a_culture_is_never_kept()
    {
        using var albanian = await portal.Client.AskAsync("/", ("Accept-Language", "sq"));
        using var bosnian = await portal.Client.AskAsync("/", ("Accept-Language", "bs"));
        albanian.Headers.Location!.ToString().ShouldBe("/sq");
        bosnian.Headers.Location!.ToString().ShouldBe("/bs");
        albanian.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_decision_is_on_the_page_in_the_very_next_request()
    {
        await new ApiGuest(portal).ReceiptAsync("Visible at once.");
        (await portal.Client.TextAsync(OpenPage)).ShouldNotContain("Visible at once.");
        await (await Moderator.Async(portal)).DecideAsync("Visible at once.", "publish");
        (await portal.Client.TextAsync(OpenPage)).ShouldContain("Visible at once.");
    }

    [Theory]
    [InlineData("sr", "Без имена")]
    [InlineData("sr-Latn", "Bez imena")]
    public async Task Comments_that_are_kept_as_HTML_are_those_of_the_moment_and_of_the_reader(string culture, string withoutName)
    {
        var path = $"/{culture}/konsultacije/akcioni-plan-za-bezbednost";
        var words = $"Kept, but never too long: {path}.";
        Task<string> PastThePagesAsync() => portal.Client.TextAsync(path, ("Authorization", "Uncached"));
        await new ApiGuest(portal).ReceiptAsync(words);
        (await PastThePagesAsync()).ShouldNotContain(words);
        await (await Moderator.Async(portal)).DecideAsync(words, "publish");

        var page = await PastThePagesAsync();
        page.ShouldContain(words);
        page.ShouldContain(withoutName);
        (await PastThePagesAsync()).ShouldBe(page);
    }

    [Fact]
    public async Task A_text_that_was_published_is_on_its_page_and_on_lists_in_the_very_next_request()
    {
        string[] paths = ["/en/analyses/a-year-of-council-notes", "/en/analyses", "/en"];
        foreach (var path in paths) (await portal.Client.TextAsync(path)).ShouldNotContain("A title given just now");

        await portal.EditAsync("finding-council-minutes-en", d => d["TitlePart"]!["Title"] = "A title given just now");
        await portal.PublishAsync("finding-council-minutes-en");

        foreach (var path in paths) (await portal.Client.TextAsync(path)).ShouldContain("A title given just now", customMessage: path);
    }

    [Fact]
    public async Task A_link_of_the_footer_changes_every_cached_page()
    {
        await portal.Client.TextAsync("/en/organisations");
        await portal.EditAsync("menu-footer-about-en", d => d["TitlePart"]!["Title"] = "About the network, renamed");
        await portal.PublishAsync("menu-footer-about-en");
        (await portal.Client.TextAsync("/en/organisations")).ShouldContain("About the network, renamed");
    }

    [Fact]
    public async Task A_change_committed_while_a_page_was_being_made_is_in_the_next_one()
    {
        await using var own = await TestPortal.StartAsync();
        await new ApiGuest(own).ReceiptAsync("Published in the middle of a request.");
        var arta = await Moderator.Async(own);
        var item = await arta.FindAsync("Published in the middle of a request.");

        var done = false;
        own.Queries.Before = async command =>
        {
            // The comments were read already; the page is not finished yet.
            if (done || !command.Contains("\"PublishedPath\"", StringComparison.Ordinal) || !command.Contains("\"Culture\"", StringComparison.Ordinal)) return;
            done = true;
            (await arta.SendAsync(item, "publish")).StatusCode.ShouldBe(HttpStatusCode.OK);
        };
        await own.Client.TextAsync(OpenPage);
        own.Queries.Before = null;

        done.ShouldBeTrue();
        (await own.Client.TextAsync(OpenPage)).ShouldContain("Published in the middle of a request.");
    }
}
