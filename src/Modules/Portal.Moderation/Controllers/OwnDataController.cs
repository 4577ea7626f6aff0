using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Controllers;

/// <summary>Gives the holder of a receipt all that is kept about the submission. The code travels in the body of a POST.</summary>
[Route("{culture:culture}/receipt/data"), ResponseCache(NoStore = true)]
public sealed class OwnDataController(OwnSubmissionData data, IStringLocalizer T) : Controller
{
    [HttpPost(""), SameSiteOnly]
    public async Task<IActionResult> Download([FromForm] string? receipt, CancellationToken cancel)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return await data.OfReceiptAsync(receipt, cancel) is { } own
            ? File(PersonalDataFile.Zip(T["What we keep about this comment"], Culture.Current.HtmlLang, own), "application/zip", "data.zip")
            : NotFound();
    }
}
