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
        var differing = new List<string>();
        foreach (var path in paths.Concat(Lists))
        {
            if (FirstDifference(await ReadAsync(sqlite, path), await ReadAsync(postgres, path)) is { } difference) differing.Add($"{path}: {difference}");
        }

        differing.ShouldBeEmpty();
    }

    /// <summary>The page without what is made anew each time it is asked for.</summary>
    static async Task<string> ReadAsync(TestPortal portal, string path) =>
        Regex.Replace(await portal.Client.TextAsync(path), "name=\"(?<name>ticket)\" value=\"[^\"]*\"", "${name}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));

    static string? FirstDifference(string one, string other)
    {
        if (one == other) return null;
        var (lines, others) = (one.Split('\n'), other.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(lines.Length, others.Length)).First(i => lines.ElementAtOrDefault(i) != others.ElementAtOrDefault(i));
        return $"line {at + 1}: {lines.ElementAtOrDefault(at)?.Trim()} | {others.ElementAtOrDefault(at)?.Trim()}";
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
