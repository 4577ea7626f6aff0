using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation.Controllers;

/// <param name="Typed">A receipt or the id of a submission, as somebody typed it.</param>
/// <param name="Submission">What was found under it; null where nothing was, or nothing was looked for yet.</param>
/// <param name="Consultation">Title of the consultation that it belongs to.</param>
public sealed record ErasureView(string? Typed, Submission? Submission, ContentName? Consultation, bool IsDone);

/// <summary>An administrator erases a submission, with the reason: in two steps, for nothing brings it back.</summary>
[Admin, Route("admin/moderation/erase"), RequiresPermission("EraseSubmissions"), AutoValidateAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErasureController(PortalDb db, ContentNames names, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Ask(CancellationToken cancel) => FormAsync(null, null, isDone: false, cancel);

    [HttpPost("")]
    public async Task<IActionResult> Find([FromForm] string? subject, CancellationToken cancel)
    {
        var found = await FindAsync(subject, cancel);
        if (found is null) ModelState.AddModelError("subject", T["There is no such submission."]);
        return await FormAsync(subject, found, isDone: false, cancel);
    }

    [HttpPost("done")]
    public async Task<IActionResult> Erase([FromForm] string? subject, [FromForm] string? reason, [FromServices] EraseSubmission erase, CancellationToken cancel)
    {
        var found = await FindAsync(subject, cancel);
        var outcome = await erase.ByAdministratorAsync(found?.Id, reason, cancel);
        if (outcome.Problem is not { } problem) return await FormAsync(null, null, isDone: true, cancel);
        problem.AddTo(ModelState, T);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await FormAsync(subject, found, isDone: false, cancel);
    }

    async Task<Submission?> FindAsync(string? subject, CancellationToken cancel)
    {
        var id = subject?.Trim();
        var hash = ReceiptCode.Read(subject) is { } code ? ReceiptCode.Hash(code) : null;
        return await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id || s.ReceiptHash == hash, cancel);
    }

    async Task<IActionResult> FormAsync(string? typed, Submission? found, bool isDone, CancellationToken cancel)
    {
        frame.Title = T["Erase a submission"];
        var consultation = found is null ? null : (await names.InAsync(Culture.Current, [found.ConsultationSet], cancel)).GetValueOrDefault(found.ConsultationSet);
        return View("Erase", new ErasureView(typed, found, consultation, isDone));
    }
}
