using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Caching;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Caching;

public abstract class OtherProcessTests(DatabaseKind database)
{
    [Fact]
    public async Task What_another_process_published_is_on_the_page_within_two_seconds()
    {
        await using var serving = await TestPortal.StartAsync(followsChanges: true, database: database);
        // The tail takes its place in the log before anything happens.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        (await serving.Client.TextAsync("/en/organisations/aktiv")).ShouldNotContain("Renamed elsewhere");

        await using (var other = await serving.BesideAsync())
        {
            await other.EditAsync("org-aktiv-en", d => d["TitlePart"]!["Title"] = "Renamed elsewhere");
            await other.PublishAsync("org-aktiv-en");
        }

        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (!(await serving.Client.TextAsync("/en/organisations/aktiv")).Contains("Renamed elsewhere", StringComparison.Ordinal))
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), "the page is still the old one");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}

public sealed class OtherProcessTestsOnSqlite() : OtherProcessTests(DatabaseKind.Sqlite);

public sealed class OtherProcessTestsOnPostgres() : OtherProcessTests(DatabaseKind.Postgres);
