using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Media.Actions;
using Portal.Media.Files;
using Portal.Media.Queries;

namespace Portal.Media.Controllers;

/// <summary>One file of the library: what it shows, who made it, where it is used, what may be done with it.</summary>
[Admin, RequiresPermission("ManageOwnMedia"), Route(MediaController.Address + "/{id:length(26)}")]
public sealed class MediaFileController(MediaFilePage page, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string id, CancellationToken cancel) => await page.RunAsync(id, cancel) is { } view ? Shown(view) : NotFound();

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Describe(string id, Guid stamp, string? title, bool decorative, string? credit, string? licence, string? focusX, string? focusY, [FromServices] DescribeMedia describe, CancellationToken cancel)
    {
        var alt = Culture.ContentCultures.Where(c => Request.Form.ContainsKey("alt-" + c.Code)).ToDictionary(c => c.Code, c => Request.Form["alt-" + c.Code].ToString().ReplaceLineEndings(" "), StringComparer.Ordinal);
        var result = await describe.RunAsync(new(id, stamp, title, alt, decorative, credit, licence, Percent(focusX), Percent(focusY)), cancel);
        return await AnswerAsync(id, result, "Saved.", cancel);
    }

    [HttpPost("replace"), ValidateAntiForgeryToken, RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Replace(string id, IFormFile? file, [FromServices] ReplaceMedia replace, CancellationToken cancel)
    {
        if (file is null) return await AnswerAsync<Done>(id, Cms.Problem.Invalid(FileCleaning.Field, "Choose a file first."), "", cancel);
        await using var content = file.OpenReadStream();
        return await AnswerAsync(id, await replace.RunAsync(new(id, content, file.FileName), cancel), "The file was replaced at the same address: whatever uses it shows the new one. See whether its description still fits.", cancel);
    }

    [HttpPost("move"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Move(string id, string? to, [FromServices] MoveMedia move, CancellationToken cancel) =>
        await AnswerAsync(id, await move.RunAsync(new([id], to ?? ""), cancel), "The file was moved. Its address is as before.", cancel);

    [HttpPost("delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete(string id, [FromServices] DeleteMedia delete, CancellationToken cancel) =>
        await AnswerAsync(id, await delete.RunAsync(id, cancel), "The file lies in the bin now, for thirty days.", cancel);

    [HttpPost("restore"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Restore(string id, [FromServices] RestoreMedia restore, CancellationToken cancel) =>
        await AnswerAsync(id, await restore.RunAsync(id, cancel), "The file is back at its address.", cancel);

    /// <summary>Bytes: the largest file, and the form around it.</summary>
    const long LargestRequest = 110L * 1024 * 1024;

    /// <returns>From 0 to 1; not a number where none was typed.</returns>
    static double Percent(string? typed) => double.TryParse((typed ?? "").Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value / 100 : double.NaN;

    /// <param name="done">English message id.</param>
    async Task<IActionResult> AnswerAsync<T>(string id, Result<T> outcome, string done, CancellationToken cancel)
    {
        if (outcome.Problem is not { } problem)
        {
            TempData[MediaController.Done] = text[done].Value;
            return RedirectToAction(nameof(Show), new { id });
        }

        if (problem.Kind == ProblemKind.NotFound || await page.RunAsync(id, cancel) is not { } view) return NotFound();
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Shown(view);
    }

    ViewResult Shown(MediaFileView view)
    {
        frame.Title = view.File.Item.Title;
        frame.Breadcrumbs.Add(new(text["Library"], MediaController.Address + "?folder="));
        foreach (var folder in view.Way) frame.Breadcrumbs.Add(new(folder.Name, $"{MediaController.Address}?folder={Uri.EscapeDataString(folder.Id)}"));
        return View("Show", view);
    }
}
