using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Site;

/// <summary>The Atom feed of every list in every culture, as a program reads it that follows it.</summary>
public sealed class FeedTests(ReadDemo demo) : IClassFixture<ReadDemo>
{
    const string Ending = "/feed.atom";

    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    sealed record Feed(string Title, string Link, IReadOnlyList<Entry> Entries);

    sealed record Entry(string Id, string Title, string Link, string Date);

    [Fact]
    public async Task Every_list_can_be_followed()
    {
        var feeds = await LoadAsync();
        var read = await ReadAsync(feeds);
        read.Keys.ShouldBe(feeds.Keys, ignoreOrder: true);

        var problems = new List<string>();
        foreach (var (name, text) in feeds)
        {
            var (culture, feed) = (name.Split(' ')[0], read[name]);
            problems.AddRange(ProblemsOf(XDocument.Parse(text).Root!, culture).Concat(ProblemsOf(feed, culture)).Select(p => $"{name}: {p}"));
        }

        problems.ShouldBeEmpty();

        // An item is the same thing in every feed of its language, and another one in another language.
        foreach (var item in read.SelectMany(f => f.Value.Entries.Select(e => (e.Id, e.Link))).Distinct().GroupBy(e => e.Link, StringComparer.Ordinal)) item.Count().ShouldBe(1, item.Key);
        foreach (var item in read.SelectMany(f => f.Value.Entries.Select(e => (e.Id, e.Link))).Distinct().GroupBy(e => e.Id, StringComparer.Ordinal)) item.Count().ShouldBe(1, item.Key);

        (await LoadAsync()).ShouldBe(feeds, ignoreOrder: true);
    }

    async Task<Dictionary<string, string>> LoadAsync()
    {
        var feeds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var culture in Demo.Cultures)
        {
            feeds[$"{culture} everything"] = await demo.Portal.Client.GetStringAsync(new Uri($"/{culture}{Ending}", UriKind.Relative));
            foreach (var (kind, path, filter) in await PageTypes.ListsAsync(demo.Portal, culture))
            {
                feeds[$"{culture} {kind}"] = await demo.Portal.Client.GetStringAsync(new Uri(path + Ending, UriKind.Relative));
                if (filter.Length > 0) feeds[$"{culture} {kind}, filtered"] = await demo.Portal.Client.GetStringAsync(new Uri(path + Ending + filter, UriKind.Relative));
            }
        }

        return feeds;
    }

    static async Task<IReadOnlyDictionary<string, Feed>> ReadAsync(IReadOnlyDictionary<string, string> feeds)
    {
        var folder = Directory.CreateTempSubdirectory("portal-feeds-").FullName;
        try
        {
            foreach (var (name, text) in feeds) await File.WriteAllTextAsync(Path.Combine(folder, name + ".xml"), text);
            return JsonSerializer.Deserialize<Dictionary<string, Feed>>(await Tool.RunAsync("node", Path.Combine(Repository.Tests, "Site", "read-feeds.cjs"), folder), JsonSerializerOptions.Web)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What RFC 4287 asks for and readers forgive.</summary>
    static IEnumerable<string> ProblemsOf(XElement feed, string culture)
    {
        if ((string?)feed.Attribute(XNamespace.Xml + "lang") != Demo.HtmlLang(culture)) yield return "has no language, or another";
        if (feed.Element(Atom + "author")?.Element(Atom + "name")?.Value is not { Length: > 0 }) yield return "names no author";
        if (feed.Elements(Atom + "link").Count(l => (string?)l.Attribute("rel") == "self") != 1) yield return "does not say where it stands";
        foreach (var element in feed.DescendantsAndSelf().Where(e => e.Name == Atom + "feed" || e.Name == Atom + "entry"))
        {
            var name = $"{element.Name.LocalName} {element.Element(Atom + "title")?.Value}";
            if (!Uri.IsWellFormedUriString(element.Element(Atom + "id")?.Value, UriKind.Absolute)) yield return $"{name} has no id that is an address";
            if (!DateTimeOffset.TryParse(element.Element(Atom + "updated")?.Value, CultureInfo.InvariantCulture, out _)) yield return $"{name} does not say when it changed";
            if (string.IsNullOrWhiteSpace(element.Element(Atom + "title")?.Value)) yield return $"{name} has no title";
        }
    }

    IEnumerable<string> ProblemsOf(Feed feed, string culture)
    {
        if (feed.Entries.Count == 0) yield return "has no entries";
        if (string.IsNullOrWhiteSpace(feed.Title)) yield return "has no title";
        if (feed.Entries.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count() != feed.Entries.Count) yield return "has an entry twice";
        foreach (var address in feed.Entries.Select(e => e.Link).Append(feed.Link).Where(a => !a.StartsWith($"{demo.Portal.Address}{culture}/", StringComparison.Ordinal) && a != $"{demo.Portal.Address}{culture}"))
        {
            yield return $"{address} is not the address of a page in its language";
        }

        // A new title gives an item a new address, but does not make it another entry.
        foreach (var entry in feed.Entries.Where(e => e.Id.Split('/')[^1] == e.Link.Split('/')[^1])) yield return $"{entry.Id} is made of an address that may change";
        foreach (var entry in feed.Entries.Where(e => !DateTimeOffset.TryParse(e.Date, CultureInfo.InvariantCulture, out _))) yield return $"{entry.Link} has no date";
    }
}
