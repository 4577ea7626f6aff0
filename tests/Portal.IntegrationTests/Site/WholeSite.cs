using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Site;

/// <summary>Every page that the sitemap of the demo portal names, asked once for all tests of the class.</summary>
public sealed class WholeSite : IAsyncLifetime
{
    static readonly XNamespace Urls = "http://www.sitemaps.org/schemas/sitemap/0.9", Xhtml = "http://www.w3.org/1999/xhtml";

    public TestPortal Portal { get; private set; } = null!;

    /// <summary>Pages by path.</summary>
    public IReadOnlyDictionary<string, WalkedPage> Pages { get; private set; } = null!;

    /// <summary>Addresses by language, for each entry of the sitemap.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Entries { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        var sitemap = XDocument.Parse(await Portal.Client.TextAsync("/sitemap.xml"));
        Entries = [.. sitemap.Root!.Elements(Urls + "url").Select(url =>
            url.Elements(Xhtml + "link").ToDictionary(l => (string)l.Attribute("hreflang")!, l => PathOf((string)l.Attribute("href")!), StringComparer.Ordinal))];
        var pages = new Dictionary<string, WalkedPage>(StringComparer.Ordinal);
        foreach (var path in sitemap.Root!.Elements(Urls + "url").Select(url => PathOf((string)url.Element(Urls + "loc")!)).Distinct(StringComparer.Ordinal))
        {
            using var response = await Portal.Client.AskAsync(path);
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            pages[path] = new(path, response.StatusCode, html, await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken));
        }

        Pages = pages;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public static string PathOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.PathAndQuery : address;
}

/// <summary>A page as a visitor got it.</summary>
public sealed record WalkedPage(string Path, HttpStatusCode Status, string Html, IHtmlDocument Document)
{
    /// <summary>Code of the culture it stands below.</summary>
    public string Culture => Path.Split('/')[1];
}
