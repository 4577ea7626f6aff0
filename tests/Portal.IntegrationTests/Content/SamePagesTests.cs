using System.Text.RegularExpressions;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Content;

/// <summary>A reader cannot tell which database a portal is on.</summary>
public sealed class SamePagesTests
{
    static readonly string[] Lists = ["/sitemap-1.xml", "/api/v1/content", "/api/v1/consultations/consultation-small-arms-strategy-sq"];

    [Fact]
    public async Task Every_public_page_is_the_same_on_both_databases()
    {
        await using var sqlite = await TestPortal.StartAsync();
        await using var postgres = await TestPortal.StartAsync(database: DatabaseKind.Postgres);

        var paths = await PathsAsync(sqlite);
        paths.Count.ShouldBeGreaterThan(50);
        foreach (var path in paths.Concat(Lists)) (await postgres.Client.TextAsync(path)).ShouldBe(await sqlite.Client.TextAsync(path), path);
    }

    /// <summary>Home in two cultures, whatever it leads to on this site, and whatever that leads to; lists without their filters.</summary>
    static async Task<HashSet<string>> PathsAsync(TestPortal portal)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["/sq", "/sr-Latn"]);
        while (next.TryDequeue(out var path))
        {
            if (!paths.Add(path)) continue;
            foreach (Match link in Regex.Matches(await portal.Client.TextAsync(path), "href=\"(?<path>/(sq|sr-Latn)/[^\"#?]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))) next.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups["path"].Value));
        }

        return paths;
    }
}
