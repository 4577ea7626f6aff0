using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Consultations.Queries;
using Portal.Moderation.Queries;
using Portal.Moderation.Text;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>Tells the holder of a receipt how their submission stands. The code travels in the body of a POST, never in an address, a log or a referrer.</summary>
[Route("{culture:culture}/receipt"), ResponseCache(NoStore = true)]
public sealed class ReceiptController(ReceiptStatus status, ReasonList reasons, FindConsultation find, ConsultedText texts, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet(""), HttpHead("")]
    public IActionResult Ask() => Question(null);

    [HttpPost(""), SameSiteOnly]
    public async Task<IActionResult> Show([FromForm] string? receipt, CancellationToken cancel)
    {
        if (await status.RunAsync(receipt, cancel) is not { } found)
        {
            ModelState.AddModelError("receipt", ReceiptCode.Read(receipt) is null ? T["This is not a complete receipt. It has 28 letters and digits in groups of four; one of them may be mistyped."] : T["No comment was received under this receipt."]);
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Question(receipt);
        }

        var consultation = await find.RunAsync(found.ConsultationSet, cancel);
        var document = await texts.RunAsync(found.ConsultationSet, Culture.Current, cancel);
        Prepare();
        return View("Show", new ReceiptView(
            ReceiptCode.Read(receipt)!, found.State, found.ReceivedUtc, found.ChangedUtc, consultation?.Zone ?? Consultations.Models.Consultation.DefaultZone, document?.Title ?? "", document?.Href ?? "",
            document?.Heading(found.SectionId), consultation?.Milestones.ClosesUtc ?? found.ReceivedUtc, (await reasons.GetAsync()).Held(found.Reason, found.ReasonVersion), found.Note, Sent: null) { LogEntries = found.LogEntries, KeptUntilUtc = consultation?.KeptUntilUtc ?? found.ReceivedUtc });
    }

    ViewResult Question(string? typed)
    {
        Prepare();
        return View("Ask", new ReceiptQuestion(typed));
    }

    void Prepare()
    {
        frame.Title = T["Receipt"];
        frame.NoIndex = true;
        frame.InEveryCulture(c => $"/{c.Code}/receipt");
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
