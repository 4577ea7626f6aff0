using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Http;
using Portal.Cms.Privacy;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Controllers;

/// <summary>Gives the holder of a receipt all that is kept about the submission. The code travels in the body of a POST.</summary>
[Route("{culture:culture}/receipt/data"), SameSiteOnly, ResponseCache(NoStore = true)]
public sealed class OwnDataController(OwnSubmissionData data, PersonalDataFile file, IStringLocalizer T) : Controller
{
    /// <param name="format"><c>html</c> to be read and printed; else the package for programs and people.</param>
    [HttpPost("")]
    public async Task<IActionResult> Download([FromForm] string? receipt, [FromForm] string? format, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await data.OfReceiptAsync(receipt, cancel) is not { } own) return NotFound();
        var title = T["What we keep about this comment"];
        return format == "html" ? File(file.Html(title, own), "text/html; charset=utf-8", "comment.html") : File(file.Zip(title, own), "application/zip", "comment.zip");
    }
}
