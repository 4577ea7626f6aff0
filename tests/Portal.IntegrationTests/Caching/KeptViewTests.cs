using System.Text.Json.Nodes;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Caching;

/// <summary>What a page has read is kept for who passes the output cache by, and for no longer than the page would be.</summary>
public sealed class KeptViewTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Finding = "/en/analyses/a-year-of-council-notes", Consultation = "/en/consultations/community-safety-action-plan";

    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/sq")]
    [InlineData("/sq/konsultime")]
    [InlineData("/sr/konsultacije/akcioni-plan-za-bezbednost")]
    [InlineData("/sr-Latn/analize/oruzje-poverenje-i-konsultacije")]
    [InlineData("/bs/organizacije/aktiv")]
    [InlineData("/en/recommendations?status=issued")]
    public async Task Who_is_signed_in_reads_what_was_kept_and_gets_what_everybody_gets(string path)
    {
        using var nina = await portal.SignedInAsync("nina");
        var everybody = await portal.Client.TextAsync(path);

        var (own, commands) = await ContentCommandsAsync(portal, () => nina.TextAsync(path));
        commands.ShouldBeEmpty();
        own.ShouldBe(everybody);
    }

    [Fact]
    public async Task What_is_published_is_there_at_once_also_for_who_is_signed_in()
    {
        await using var own = await TestPortal.StartAsync();
        using var nina = await own.SignedInAsync("nina");
        string[] paths = [Finding, "/en/analyses", "/en"];
        foreach (var path in paths) (await nina.TextAsync(path)).ShouldNotContain("A title given just now");

        await own.EditAsync("finding-council-minutes-en", d => d["TitlePart"]!["Title"] = "A title given just now");
        foreach (var path in paths) (await nina.TextAsync(path)).ShouldNotContain("A title given just now");
        await own.PublishAsync("finding-council-minutes-en");

        foreach (var path in paths) (await nina.TextAsync(path)).ShouldContain("A title given just now", customMessage: path);
    }

    [Fact]
    public async Task A_new_name_of_an_organisation_and_a_decision_on_a_comment_are_there_at_once()
    {
        await using var own = await TestPortal.StartAsync();
        using var nina = await own.SignedInAsync("nina");
        await nina.TextAsync(Finding);
        await nina.TextAsync(Consultation);
        var organisation = (await own.ReadAsync(db => Task.FromResult(db.ContentItems.Single(i => i.ContentItemId == "finding-council-minutes-en").OrganisationSet)))!;

        await own.EditAsync($"{organisation}-en", d => d["TitlePart"]!["Title"] = "Renamed just now");
        await own.PublishAsync($"{organisation}-en");
        (await nina.TextAsync(Finding)).ShouldContain("Renamed just now");

        await new ApiGuest(own).ReceiptAsync("Seen in the next request.");
        (await nina.TextAsync(Consultation)).ShouldNotContain("Seen in the next request.");
        await (await Moderator.Async(own)).DecideAsync("Seen in the next request.", "publish");
        (await nina.TextAsync(Consultation)).ShouldContain("Seen in the next request.");
    }

    [Fact]
    public async Task A_draft_that_somebody_previews_is_not_what_others_read_and_not_the_other_way_round()
    {
        await using var own = await TestPortal.StartAsync();
        using var nina = await own.SignedInAsync("nina");
        await own.EditAsync("finding-council-minutes-en", d => d["TitlePart"]!["Title"] = "Only a draft");

        (await nina.TextAsync(Finding)).ShouldNotContain("Only a draft");
        (await nina.TextAsync("/admin/content/finding-council-minutes-en/preview")).ShouldContain("Only a draft");
        (await nina.TextAsync(Finding)).ShouldNotContain("Only a draft");
        (await own.Client.TextAsync(Finding)).ShouldNotContain("Only a draft");
        (await nina.TextAsync("/admin/content/finding-council-minutes-en/preview")).ShouldContain("Only a draft");
    }

    [Fact]
    public async Task A_kept_view_ends_at_the_instant_at_which_the_page_changes_by_itself()
    {
        await using var own = await TestPortal.StartAsync();
        await Planned.OpenAsync(own, "kept", "2026-06-15T10:20:00Z", "2026-06-15T10:40:00Z", p => p["Announced"] = new JsonObject { ["Value"] = "2026-06-15T09:00:00Z" });
        using var nina = await own.SignedInAsync("nina");
        foreach (var (minute, second, isOpen) in new[] { (0, 0, false), (20, -1, false), (20, 0, true), (40, -1, true), (40, 0, false) })
        {
            own.Clock.Set(Template.Start.AddMinutes(minute).AddSeconds(second));
            for (var i = 0; i < 2; i++) ((await own.PageAsync("/en/consultations/kept", nina)).QuerySelector("form[action$='/submission/check']") is not null).ShouldBe(isOpen, $"{minute}:{second}");
        }
    }

    [Fact]
    public async Task A_query_that_the_page_does_not_read_makes_no_copy_of_it()
    {
        foreach (var path in new[] { "/en/organisations/aktiv", "/en/news?q=1&verdict=x", "/en/recommendations?type=1" })
        {
            var (address, extra) = path.Contains('?', StringComparison.Ordinal) ? (path.Split('?')[0], "&" + path.Split('?')[1]) : (path, "&page=2&year=1999");
            for (var i = 0; i < 2; i++)
            {
                using var copy = await portal.Client.AskAsync($"{address}?q={i}{extra}");
                using var again = await portal.Client.AskAsync($"{address}?q={i}{extra}");
                IsFromCache(copy).ShouldBeFalse(address);
                IsFromCache(again).ShouldBeFalse(address);
            }
        }

        using var first = await portal.Client.AskAsync("/en/consultations?year=2026");
        using var second = await portal.Client.AskAsync("/en/consultations?year=2026");
        IsFromCache(second).ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_of_an_earlier_edition_says_at_once_that_there_is_a_later_one_or_no_longer()
    {
        const string earlier = "/en/analyses/a-year-of-council-notes", notice = "There is a later edition:";
        await using var own = await TestPortal.StartAsync();
        (await own.Client.TextAsync(earlier)).ShouldNotContain(notice);

        await own.EditAsync("finding-street-lighting-en", d => d["PolicyAnalysis"]!["Supersedes"] = new JsonObject { ["LocalizationSets"] = new JsonArray("finding-council-minutes") });
        await own.PublishAsync("finding-street-lighting-en");
        (await own.Client.TextAsync(earlier)).ShouldContain(notice);

        await own.EditAsync("finding-street-lighting-en", d => d["PolicyAnalysis"]!["Supersedes"] = new JsonObject { ["LocalizationSets"] = new JsonArray() });
        await own.PublishAsync("finding-street-lighting-en");
        (await own.Client.TextAsync(earlier)).ShouldNotContain(notice);
    }

    static bool IsFromCache(HttpResponseMessage answer) => answer.Headers.Age is not null;

    /// <returns>The answer, and the commands that read content for it; who is asking is looked up each time.</returns>
    static async Task<(string Answer, List<string> Commands)> ContentCommandsAsync(TestPortal portal, Func<Task<string>> ask)
    {
        var commands = new List<string>();
        portal.Queries.Before = command =>
        {
            // Whose session it is, and what they may, is asked for every request.
            if (!command.Contains("\"AspNet", StringComparison.Ordinal) && !command.Contains("\"UserSession\"", StringComparison.Ordinal)) commands.Add(command);
            return Task.CompletedTask;
        };
        var answer = await ask();
        portal.Queries.Before = null;
        return (answer, commands);
    }
}
