using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Privacy;
using Portal.IntegrationTests.Hosting;

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
