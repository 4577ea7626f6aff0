using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using static Portal.IntegrationTests.Debates.PlannedDebate;

namespace Portal.IntegrationTests.Debates;

/// <summary>Under the Chatham House rule nobody who only reads what is public learns who spoke: not before the debate and not after it, in no language and by no way out.</summary>
public sealed class ChathamHouseRuleTests
{
    const string Latin = "Example Whistler, prosecutor", Cyrillic = "Пример Звиждач, тужилац";

    /// <summary>What would betray them, in either script.</summary>
    static readonly string[] Betraying = ["Whistler", "prosecutor", "Звиждач", "Zviždač", "тужилац", "tužilac"];

    static readonly string[] WaysOut =
    [
        "/en", "/sr", "/en/debates", "/sr/debate", "/en/debates?kind=roundtable", "/en/debates/feed.atom", "/sr/debate/feed.atom", "/en/feed.atom", "/sr-Latn/feed.atom", "/sitemap.xml",
        "/en/debates/secret", "/sr/debate/secret", "/sr-Latn/debate/secret", "/bs/debate/secret",
        "/en/calendar/secret-en.ics", "/sr/calendar/secret-sr.ics", "/sr-Latn/calendar/secret-sr.ics",
        "/api/v1/content?type=Debate", "/api/v1/content/secret?culture=en", "/api/v1/content/secret-sr", "/api/v1/content/secret?culture=sr-Latn",
        "/en/search?q=Whistler", "/sr/search?q=Звиждач", "/sr-Latn/search?q=prosecutor",
    ];

    [Fact]
    public async Task No_way_out_names_a_speaker_before_or_after()
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("secret", "en", "chatham-house", Latin));
        await HoldAsync(portal, Item("secret", "sr", "chatham-house", Cyrillic));

        await SilentAsync(portal);
        portal.Clock.Advance(TimeSpan.FromDays(30));
        await portal.EditAsync("secret-en", content => content["Debate"]!["Report"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = "Much was said." });
        await portal.PublishAsync("secret-en");
        await SilentAsync(portal);
    }

    [Fact]
    public async Task On_the_record_the_page_names_them()
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("open-talk", "en", "on-the-record", Latin));

        (await portal.PageAsync("/en/debates/open-talk")).QuerySelector(".agenda-who")!.TextContent.ShouldBe(Latin);
    }

    [Fact]
    public async Task Putting_a_debate_under_the_rule_takes_the_names_off_the_kept_page()
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("secret", "en", "on-the-record", Latin));
        await HoldAsync(portal, Item("secret", "sr", "on-the-record", Cyrillic));
        (await portal.PageAsync("/sr/debate/secret")).Body!.TextContent.ShouldContain("Звиждач");

        await portal.EditAsync("secret-en", content => content["Debate"]!["AttributionRule"]!["Text"] = "chatham-house");
        await portal.PublishAsync("secret-en");
        await SilentAsync(portal);
    }

    [Theory]
    [InlineData("en", "Example Whistler spoke of the court.")]
    [InlineData("sr", "Било је речи о Примеру Звиждачу.")]
    // Listed in Serbian only; told in English.
    [InlineData("en", "As Primer Zvizdac put it …")]
    public async Task A_report_that_names_a_speaker_is_refused_with_the_name(string culture, string report)
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("secret", "en", "chatham-house", Latin));
        await HoldAsync(portal, Item("secret", "sr", "chatham-house", Cyrillic));

        var refused = await portal.AsSystemAsync(s => Editing.SaveAsync(s, $"secret-{culture}", content => content["Debate"]!["Report"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = report }));
        var error = refused.Problem!.Errors.ShouldHaveSingleItem();
        error.Field.ShouldBe("Debate.Report");
        error.Args.OfType<string>().ShouldContain(a => a == "Example Whistler" || a == "Пример Звиждач");
    }

    [Fact]
    public async Task The_rule_cannot_be_put_on_while_a_report_names_speakers_in_any_language()
    {
        await using var portal = await TestPortal.StartAsync();
        await HoldAsync(portal, Item("secret", "en", "on-the-record", Latin));
        await HoldAsync(portal, Item("secret", "sr", "on-the-record", Cyrillic, change: p => p["Report"] = new System.Text.Json.Nodes.JsonObject { ["Markdown"] = "Пример Звиждач је рекао." }));

        var refused = await portal.AsSystemAsync(s => Editing.SaveAsync(s, "secret-en", content => content["Debate"]!["AttributionRule"]!["Text"] = "chatham-house"));
        refused.Problem!.Errors.ShouldHaveSingleItem().Args.ShouldContain("sr");
    }

    static async Task SilentAsync(TestPortal portal)
    {
        foreach (var way in WaysOut)
        {
            using var answer = await portal.Client.GetAsync(new Uri(way, UriKind.Relative));
            var text = await answer.Content.ReadAsStringAsync();
            // What was asked for may be repeated to the one who asked.
            if (way.Contains("?q=", StringComparison.Ordinal)) text = text.Replace(Uri.UnescapeDataString(way.Split("?q=")[1]), "", StringComparison.OrdinalIgnoreCase);
            foreach (var word in Betraying) text.ShouldNotContain(word, Case.Sensitive, $"{way} says {word}");
        }
    }
}
