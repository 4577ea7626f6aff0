using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Localization;
using Portal.TransparencyLog.Queries;

namespace Portal.TransparencyLog.Feeds;

/// <param name="Root">Scheme and host.</param>
/// <param name="EntryTitle">Of a head, from the size of its log.</param>
public sealed record HeadFeed(Culture Culture, string Root, string Title, Func<long, string> EntryTitle, IReadOnlyList<SignedTreeHead> Heads);

/// <summary>Writes the signed heads as a feed (RFC 4287), so that readers of feeds all over the world hold them: who holds a head notices a log that was rewritten.</summary>
public sealed class HeadFeedResult(HeadFeed feed) : ActionResult
{
    const string Atom = "http://www.w3.org/2005/Atom";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "application/atom+xml; charset=utf-8";
        await using var xml = XmlWriter.Create(response.Body, new() { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        var self = $"{feed.Root}/{feed.Culture.Code}/log/heads.atom";
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await xml.WriteAttributeStringAsync("xml", "lang", null, feed.Culture.HtmlLang);
        await TextAsync(xml, "id", self);
        await TextAsync(xml, "title", feed.Title);
        await TextAsync(xml, "updated", feed.Heads.Count == 0 ? "1970-01-01T00:00:00Z" : Midnight(feed.Heads[0].Day));
        await LinkAsync(xml, "self", self, "application/atom+xml");
        await LinkAsync(xml, "alternate", $"{feed.Root}/{feed.Culture.Code}/log", "text/html");
        await xml.WriteStartElementAsync(null, "author", Atom);
        await TextAsync(xml, "name", feed.Title);
        await xml.WriteEndElementAsync();
        foreach (var head in feed.Heads) await WriteAsync(xml, head);
        await xml.WriteEndElementAsync();
    }

    async Task WriteAsync(XmlWriter xml, SignedTreeHead head)
    {
        await xml.WriteStartElementAsync(null, "entry", Atom);
        await TextAsync(xml, "id", string.Create(CultureInfo.InvariantCulture, $"urn:transparency-log:{head.LogId}:{head.Size}"));
        await TextAsync(xml, "title", feed.EntryTitle(head.Size));
        await TextAsync(xml, "updated", Midnight(head.Day));
        await LinkAsync(xml, "alternate", $"{feed.Root}/{feed.Culture.Code}/log", "text/html");
        // What was signed, word for word, then the signature: all that a later check needs.
        await TextAsync(xml, "content", $"{head.Checkpoint}\n{Convert.ToBase64String(head.Signature)}\n{head.KeyId}\n");
        await xml.WriteEndElementAsync();
    }

    static string Midnight(DateOnly day) => $"{day.ToString("O", CultureInfo.InvariantCulture)}T00:00:00Z";

    static Task TextAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Atom, text);

    static async Task LinkAsync(XmlWriter xml, string relation, string address, string type)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }
}
