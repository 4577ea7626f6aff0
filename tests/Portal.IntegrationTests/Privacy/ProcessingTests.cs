using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.AuditTrail.Actions;
using Portal.Cms.Privacy;
using Portal.IntegrationTests.Hosting;
using Portal.Site.Actions;

namespace Portal.IntegrationTests.Privacy;

/// <summary>No table is made without its module having said whether it holds something about people.</summary>
public sealed class ProcessingTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public async Task Every_table_is_declared_to_hold_data_about_people_or_to_hold_none()
    {
        var tables = await portal.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).ToList()));
        var personal = portal.Services.GetServices<ProcessingActivity>().SelectMany(a => a.Tables).ToList();
        var impersonal = portal.Services.GetServices<ImpersonalTables>().SelectMany(t => t.Tables).ToList();

        tables.Except(personal.Concat(impersonal), StringComparer.Ordinal).ShouldBeEmpty("The module's Startup says what is done with such a table: services.AddProcessing(new(…, \"Table\")), or AddImpersonalTables(\"Table\") where it holds nothing about people.");
        personal.Concat(impersonal).Except(tables, StringComparer.Ordinal).ShouldBeEmpty("These are no tables.");
        personal.Intersect(impersonal, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task How_long_something_is_kept_follows_the_settings()
    {
        await using var own = await TestPortal.StartAsync(settings: new(StringComparer.Ordinal) { ["Portal:Mail:Pickup:Hours"] = "5" });
        await ShouldSayAsync("sr", "највише 5 сати", "24 месеца после затварања", "Докле год портал ради.");

        await own.AsSystemAsync(async s =>
        {
            var change = s.GetRequiredService<SaveSettings>();
            (await change.RunAsync("consultations", new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["Consultations.RetentionMonths"] = ["6"] }), TestContext.Current.CancellationToken)).Problem.ShouldBeNull();
            return (await s.GetRequiredService<SaveRetention>().RunAsync(400, TestContext.Current.CancellationToken)).Problem;
        });
        await ShouldSayAsync("sr", "највише 5 сати", "6 месеци после затварања", "400 дана.");
        await ShouldSayAsync("bs", "najviše 5 sati", "6 mjeseci poslije zatvaranja", "400 dana.");
        await ShouldSayAsync("sq", "më së shumti 5 orë", "6 muaj pas mbylljes", "400 ditë.");

        async Task ShouldSayAsync(string culture, params string[] sentences)
        {
            var text = (await own.PageAsync($"/{culture}/data-protection")).QuerySelector("main")!.TextContent;
            foreach (var sentence in sentences) text.ShouldContain(sentence);
        }
    }

    [Theory]
    [InlineData("sq", "Komentet për konsultimet")]
    [InlineData("sr", "Коментари на консултације")]
    [InlineData("sr-Latn", "Komentari na konsultacije")]
    [InlineData("bs", "Komentari na konsultacije")]
    [InlineData("en", "Comments on consultations")]
    public async Task The_page_says_it_in_every_language(string culture, string first)
    {
        var page = await portal.PageAsync($"/{culture}/data-protection");
        var headings = page.QuerySelectorAll("main h2").Select(h => h.TextContent).ToList();
        headings.ShouldContain(first, StringComparer.Ordinal);
        headings.Count.ShouldBeGreaterThanOrEqualTo(portal.Services.GetServices<ProcessingActivity>().Count());
    }
}
