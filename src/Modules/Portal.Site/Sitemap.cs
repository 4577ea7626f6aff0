using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Settings;
using Portal.Site.Queries;

namespace Portal.Site;

/// <summary><c>robots.txt</c> and <c>sitemap.xml</c>: what search engines should find, each page with its other languages.</summary>
/// <remarks>Written to the response as it is read (sitemaps.org, protocol 0.9).</remarks>
public static class Sitemap
{
    const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9", Xhtml = "http://www.w3.org/1999/xhtml";

    public static void MapSitemap(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/robots.txt", RobotsAsync).ExcludeFromDescription();
        routes.MapGet("/sitemap.xml", async (SitemapUrls urls, SiteSettings settings, HttpContext http) =>
        {
            var files = await urls.FilesAsync(http.RequestAborted);
            if (files == 1) await WriteAsync(http, urls, settings, 1);
            else await WriteIndexAsync(http, settings, files);
        }).ExcludeFromDescription();
        routes.MapGet("/sitemap-{file:int:min(1)}.xml", async (int file, SitemapUrls urls, SiteSettings settings, HttpContext http) =>
        {
            if (file > await urls.FilesAsync(http.RequestAborted)) http.Response.StatusCode = StatusCodes.Status404NotFound;
            else await WriteAsync(http, urls, settings, file);
        }).ExcludeFromDescription();
    }

    static async Task RobotsAsync(SiteSettings settings, HttpContext http)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync($"""
            User-agent: *
            Disallow: /admin
            Disallow: /choose-culture

            Sitemap: {await RootAsync(http, settings)}/sitemap.xml

            """.ReplaceLineEndings("\n"), http.RequestAborted);
    }

    static async Task WriteIndexAsync(HttpContext http, SiteSettings settings, int files)
    {
        var root = await RootAsync(http, settings);
        await using var xml = Begin(http);
        await xml.WriteStartElementAsync(null, "sitemapindex", Namespace);
        for (var file = 1; file <= files; file++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, string.Create(CultureInfo.InvariantCulture, $"{root}/sitemap-{file}.xml"));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    static async Task WriteAsync(HttpContext http, SitemapUrls urls, SiteSettings settings, int file)
    {
        var root = await RootAsync(http, settings);
        await using var xml = Begin(http);
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        if (file == 1)
        {
            foreach (var list in urls.Lists()) await WritePageAsync(xml, root, list);
        }

        await foreach (var page in urls.ItemsAsync(file, http.RequestAborted)) await WritePageAsync(xml, root, page);
        await xml.WriteEndElementAsync();
    }

    static async Task WritePageAsync(XmlWriter xml, string root, SitemapPage page)
    {
        foreach (var (_, path) in page.Addresses)
        {
            await xml.WriteStartElementAsync(null, "url", Namespace);
            await xml.WriteElementStringAsync(null, "loc", Namespace, root + path);
            if (page.Changed is { } changed) await xml.WriteElementStringAsync(null, "lastmod", Namespace, changed.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            foreach (var (culture, other) in page.Addresses)
            {
                await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
                await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
                await xml.WriteAttributeStringAsync(null, "hreflang", null, culture.HtmlLang);
                await xml.WriteAttributeStringAsync(null, "href", null, root + other);
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }
    }

    static XmlWriter Begin(HttpContext http)
    {
        http.Response.ContentType = "application/xml; charset=utf-8";
        return XmlWriter.Create(http.Response.Body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
    }

    /// <summary>Addresses here have to be whole. Nothing of this is kept, so the request's own host may stand in for a setting that is missing.</summary>
    static async Task<string> RootAsync(HttpContext http, SiteSettings settings) =>
        await settings.BaseUrlAsync() is { Length: > 0 } set ? set : $"{http.Request.Scheme}://{http.Request.Host}";
}
