using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Localization;

namespace Portal.Cms.Display.Feeds;

/// <summary>One entry of a feed.</summary>
/// <param name="Id">From the root, or a URN; stays the same when the page gets another address.</param>
/// <param name="Href">From the root.</param>
/// <param name="Author">Null: whoever the feed is of.</param>
public sealed record AtomEntry(string Id, string Title, string Href, string Summary, string? Author, DateTime PublishedUtc, DateTime ModifiedUtc)
{
    /// <summary>All of it as plain text, in place of the summary; null = the feed leads to the page.</summary>
    public string? Content { get; init; }
}

/// <param name="Root">Scheme and host.</param>
/// <param name="Page">Address of the page that the feed follows, from the root.</param>
/// <param name="Self">Address of the feed itself, from the root.</param>
public sealed record AtomFeed(Culture Culture, string Root, string SiteName, string Title, string Page, string Self, IReadOnlyList<AtomEntry> Entries);

/// <summary>Writes a feed (RFC 4287).</summary>
public sealed class AtomResult(AtomFeed feed) : ActionResult
{
    const string Atom = "http://www.w3.org/2005/Atom";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/atom+xml; charset=utf-8";
        await using var xml = XmlWriter.Create(response.Body, new() { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await xml.WriteAttributeStringAsync("xml", "lang", null, feed.Culture.HtmlLang);
        await TextAsync(xml, "id", feed.Root + feed.Self);
        await TextAsync(xml, "title", $"{feed.SiteName}: {feed.Title}");
        await TextAsync(xml, "updated", Instant(feed.Entries.Count == 0 ? DateTime.UnixEpoch : feed.Entries.Max(Updated)));
        await LinkAsync(xml, "self", feed.Root + feed.Self, "application/atom+xml");
        await LinkAsync(xml, "alternate", feed.Root + feed.Page, "text/html");
        await AuthorAsync(xml, feed.SiteName);
        foreach (var entry in feed.Entries) await WriteAsync(xml, entry);
        await xml.WriteEndElementAsync();
    }

    async Task WriteAsync(XmlWriter xml, AtomEntry item)
    {
        await xml.WriteStartElementAsync(null, "entry", Atom);
        await TextAsync(xml, "id", item.Id.StartsWith('/') ? feed.Root + item.Id : item.Id);
        await TextAsync(xml, "title", item.Title);
        await TextAsync(xml, "published", Instant(item.PublishedUtc));
        await TextAsync(xml, "updated", Instant(Updated(item)));
        await LinkAsync(xml, "alternate", feed.Root + item.Href, "text/html");
        if (item.Author is { } author) await AuthorAsync(xml, author);
        await (item.Content is { } content ? TextAsync(xml, "content", content) : TextAsync(xml, "summary", item.Summary));
        await xml.WriteEndElementAsync();
    }

    static DateTime Updated(AtomEntry entry) => entry.ModifiedUtc > entry.PublishedUtc ? entry.ModifiedUtc : entry.PublishedUtc;

    static string Instant(DateTime utc) => XmlConvert.ToString(utc, XmlDateTimeSerializationMode.Utc);

    static Task TextAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Atom, text);

    static async Task AuthorAsync(XmlWriter xml, string name)
    {
        await xml.WriteStartElementAsync(null, "author", Atom);
        await TextAsync(xml, "name", name);
        await xml.WriteEndElementAsync();
    }

    static async Task LinkAsync(XmlWriter xml, string relation, string address, string type)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
