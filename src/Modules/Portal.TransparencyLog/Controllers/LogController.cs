using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Cms.Display.Feeds;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Api;
using Portal.TransparencyLog.Models;
using Portal.TransparencyLog.Queries;

namespace Portal.TransparencyLog.Controllers;

/// <param name="Head">Null while the log is empty.</param>
/// <param name="Newest">The newest entries, the newest first.</param>
public sealed record LogView(SignedTreeHead? Head, IReadOnlyList<LogEntry> Newest, LogKindNames Kinds);

/// <param name="Typed">The code as somebody typed it.</param>
/// <param name="Check">Null where nobody knows it.</param>
public sealed record CheckView(string? Typed, ReceiptCheck? Check, LogKindNames Kinds);

/// <summary>The log for people: what it holds, whether a receipt is in it, and how to check that without believing this page.</summary>
[Route("{culture:culture}/log")]
public sealed class LogController(PageFrame frame, LogKindNames kinds, IStringLocalizer T) : Controller
{
    const int Newest = 20, Days = 60;

    [HttpGet(""), HttpHead(""), PublicPage(AppendToLog.Tag)]
    public async Task<IActionResult> Show([FromServices] TreeHeads heads, [FromServices] LogEntryList entries, CancellationToken cancel)
    {
        frame.Title = T["Public log"];
        frame.Description = T["Everything that happens to a comment is recorded in a public log that nobody can rewrite unnoticed."];
        frame.InEveryCulture(c => $"/{c.Code}/log");
        frame.Breadcrumbs.Add(new(T["Home"], $"/{Culture.Current.Code}"));
        frame.Feeds.Add(new(T["Signed heads of the public log"], $"/{Culture.Current.Code}/log/heads.atom"));
        return View(new LogView(await heads.NewestAsync(cancel), await entries.NewestAsync(Newest, cancel), kinds));
    }

    [HttpPost(""), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Check([FromServices] CheckReceipt check, [FromForm] string? receipt, CancellationToken cancel)
    {
        Private();
        var found = string.IsNullOrWhiteSpace(receipt) ? null : await check.RunAsync(receipt, cancel);
        if (found is null)
        {
            ModelState.AddModelError("receipt", T["Nothing was recorded under this receipt."]);
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return View(new CheckView(receipt, found, kinds));
    }

    /// <summary>The proof as a file: the same as <c>/api/v1/log/proof</c> gives, by a POST, so that the code stands in no address.</summary>
    [HttpPost("proof"), SameSiteOnly, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Download([FromServices] LogProofs proofs, [FromForm] string? receipt, CancellationToken cancel)
    {
        if (await proofs.OfReceiptAsync(receipt ?? "", cancel) is not { } proof) return NotFound();
        return File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(ProofResponse.Of(proof), LogJson.Options), "application/json", "proof.json");
    }

    [HttpGet("how-to-check"), HttpHead("how-to-check"), PublicPage]
    public async Task<IActionResult> HowToCheck([FromServices] SiteAddress site)
    {
        frame.Title = T["How to check the public log yourself"];
        frame.InEveryCulture(c => $"/{c.Code}/log/how-to-check");
        UnderLog();
        return View((object)CheckScript.For(await site.OnPageAsync()));
    }

    [HttpGet("heads.atom"), HttpHead("heads.atom"), PublicPage(AppendToLog.Tag)]
    public async Task<IActionResult> Heads([FromServices] TreeHeads heads, [FromServices] SiteSettings settings, [FromServices] SiteAddress site, CancellationToken cancel)
    {
        var (culture, page) = (Culture.Current, $"/{Culture.Current.Code}/log");
        return new AtomResult(new(
            culture, await site.OnPageAsync(), await settings.SiteNameAsync(culture), T["Signed heads of the public log"], page, page + "/heads.atom", [.. (await heads.OfDaysAsync(Days, cancel)).Select(head => Entry(head, page))]));
    }

    /// <summary>A signed head as readers of feeds all over the world hold it: who holds a head notices a log that was rewritten.</summary>
    AtomEntry Entry(SignedTreeHead head, string page)
    {
        var day = head.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new(FormattableString.Invariant($"urn:transparency-log:{head.LogId}:{head.Size}"), T["The log with {0} entries", head.Size], page, "", null, day, day)
        {
            // What was signed, word for word, then the signature: all that a later check needs.
            Content = $"{head.Checkpoint}\n{Convert.ToBase64String(head.Signature)}\n{head.KeyId}\n",
        };
    }

    void UnderLog()
    {
        frame.Breadcrumbs.Add(new(T["Home"], $"/{Culture.Current.Code}"));
        frame.Breadcrumbs.Add(new(T["Public log"], $"/{Culture.Current.Code}/log"));
    }

    /// <summary>A page about somebody's receipt.</summary>
    void Private()
    {
        frame.Title = T["Check a receipt in the public log"];
        frame.NoIndex = true;
        frame.InEveryCulture(c => $"/{c.Code}/log");
        UnderLog();
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
