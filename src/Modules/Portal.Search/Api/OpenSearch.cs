using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Search.Api;

/// <summary>Lets browsers offer this search in their own search field (OpenSearch 1.1), one per language.</summary>
static class OpenSearch
{
    /// <summary>The format's own limits.</summary>
    const int LongestShortName = 16, LongestLongName = 48;

    static readonly XNamespace Ns = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/{culture:culture}/opensearch.xml", async (SiteSettings settings, IStringLocalizer text, HttpContext http) =>
        {
            var culture = Culture.Current;
            var name = await settings.SiteNameAsync(culture);
            // Addresses here have to be whole; nothing of this is kept, so the request's own host may stand in for a setting that is missing.
            var root = await settings.BaseUrlAsync() is { Length: > 0 } set ? set : $"{http.Request.Scheme}://{http.Request.Host}";
            var document = new XElement(Ns + "OpenSearchDescription",
                new XElement(Ns + "ShortName", Cut(name, LongestShortName)),
                new XElement(Ns + "LongName", Cut(name, LongestLongName)),
                new XElement(Ns + "Description", text["Looks through everything that is published here, in all languages."].Value),
                new XElement(Ns + "Language", culture.HtmlLang),
                new XElement(Ns + "InputEncoding", "UTF-8"),
                new XElement(Ns + "Url", new XAttribute("type", "text/html"), new XAttribute("template", $"{root}{SearchAddress.In(culture)}?q={{searchTerms}}")));
            return TypedResults.Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document, "application/opensearchdescription+xml");
        }).ExcludeFromDescription();

    static string Cut(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd();
}
