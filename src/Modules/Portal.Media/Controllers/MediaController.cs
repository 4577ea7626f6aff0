using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Media;
using Portal.Cms.Security;
using Portal.Media.Actions;
using Portal.Media.Files;
using Portal.Media.Models;
using Portal.Media.Queries;

namespace Portal.Media.Controllers;

/// <summary>The library: its folders, what is in them, and what is brought into them.</summary>
[Admin, RequiresPermission("ManageOwnMedia"), Route(Address)]
public sealed class MediaController(MediaLibrary library, MediaAccess access, PageFrame frame, IStringLocalizer text) : Controller
{
    public const string Address = "/admin/media", Done = "media-done", Refused = "media-refused";

    /// <summary>Bytes of one request: a few large files from a browser without scripts; with them each file comes by itself.</summary>
    const long LargestRequest = 300L * 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? folder, string? q, string? kind, string? show, string? before, CancellationToken cancel)
    {
        // A member begins in the own folder; the top is asked for by an empty name.
        var asked = Request.Query.ContainsKey("folder") || access.ManagesAll ? folder ?? "" : access.OwnFolder ?? "";
        var view = await library.RunAsync(new(asked, q, MediaKind.Groups.Contains(kind, StringComparer.Ordinal) ? kind : null, show is "unused" or "undescribed" or "bin" ? show : null, before), cancel);
        if (asked.Length > 0 && view.Current is null) return NotFound();
        return Shown(view);
    }

    /// <summary>The same for choosing a file: a piece of a page, for the dialog of an edit form.</summary>
    [HttpGet("pick")]
    public async Task<IActionResult> Pick(string? folder, string? q, string? kind, string? culture, string? before, CancellationToken cancel)
    {
        var asked = Request.Query.ContainsKey("folder") ? folder ?? "" : access.OwnFolder ?? "";
        var view = await library.RunAsync(new(asked, q, MediaKind.Groups.Contains(kind, StringComparer.Ordinal) ? kind : null, null, before), cancel);
        if (asked.Length > 0 && view.Current is null) return NotFound();
        ViewData["Culture"] = Culture.TryFrom(culture, out var found) ? found.Content : Culture.Current.Content;
        Response.Headers.CacheControl = "no-store";
        return PartialView("Pick", view);
    }

    [HttpPost("upload"), ValidateAntiForgeryToken, RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 256)]
    public async Task<IActionResult> Upload(string? folder, IReadOnlyList<IFormFile>? files, [FromServices] UploadMedia upload, CancellationToken cancel)
    {
        var (taken, problems) = (new List<MediaItem>(), new List<Problem>());
        foreach (var file in files ?? [])
        {
            await using var content = file.OpenReadStream();
            var result = await upload.RunAsync(new(content, file.FileName, folder ?? ""), cancel);
            if (result.Problem is { } problem) problems.Add(problem);
            else taken.Add(result.Value);
        }

        if (files is not { Count: > 0 }) problems.Add(Cms.Problem.Invalid(FileCleaning.Field, "Choose a file first."));
        if (WantsJson) return problems.Count > 0 ? Told(problems[0]) : Json(taken.ConvertAll(Describe));

        if (taken.Count > 0) TempData[Done] = text.Plural(taken.Count, "{0} file was added.", "{0} files were added.").Value;
        if (problems.Count == 0) return taken.Count == 1 ? RedirectToAction(nameof(MediaFileController.Show), "MediaFile", new { id = taken[0].Id }) : RedirectToFolder(folder);
        foreach (var problem in problems) problem.AddTo(ModelState, text);
        return await AgainAsync(folder, problems[0], cancel);
    }

    [HttpPost("move"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Move(IReadOnlyList<string>? ids, string? to, string? back, [FromServices] MoveMedia move, CancellationToken cancel) =>
        Tell(await move.RunAsync(new(ids ?? [], to ?? ""), cancel), n => text.Plural(n, "{0} file was moved. Its address is as before.", "{0} files were moved. Their addresses are as before."), back);

    [HttpPost("folders"), ValidateAntiForgeryToken]
    public async Task<IActionResult> CreateFolder(string? parent, string? name, [FromServices] CreateMediaFolder create, CancellationToken cancel)
    {
        var made = await create.RunAsync(new(parent ?? "", name), cancel);
        return Tell(made, f => text["The folder {0} was made.", f.Name], made.Succeeded ? made.Value.Id : parent);
    }

    [HttpPost("folders/{id}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> ChangeFolder(string id, string? name, string? parent, [FromServices] ChangeMediaFolder change, CancellationToken cancel) =>
        Tell(await change.RunAsync(new(id, name, parent ?? ""), cancel), f => text["The folder {0} was saved. Files in it keep their addresses.", f.Name], id);

    [HttpPost("folders/{id}/remove"), ValidateAntiForgeryToken]
    public async Task<IActionResult> RemoveFolder(string id, string? parent, [FromServices] RemoveMediaFolder remove, CancellationToken cancel)
    {
        var removed = await remove.RunAsync(id, cancel);
        return Tell(removed, _ => text["The folder was removed."], removed.Succeeded ? parent : id);
    }

    bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    object Describe(MediaItem item)
    {
        var file = library.FileOf(item, 0);
        return new { id = item.Id, path = item.Path, url = MediaUrl.Of(item.Path), title = item.Title, thumbnail = file.Thumbnail, kind = file.Kind?.Name, isImage = item.IsImage, alt = "", decorative = false, href = $"{Address}/{item.Id}", size = FileSize.Of(item.Length, Culture.Current) };
    }

    ObjectResult Told(Problem problem) => StatusCode(ProblemResults.StatusOf(problem.Kind), new ProblemDetails { Title = problem.Errors.Count > 0 ? text[problem.Errors[0].Message, problem.Errors[0].Args] : problem.In(text), Status = ProblemResults.StatusOf(problem.Kind) });

    async Task<IActionResult> AgainAsync(string? folder, Problem problem, CancellationToken cancel)
    {
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        var view = await library.RunAsync(new(folder ?? ""), cancel);
        return folder is { Length: > 0 } && view.Current is null ? NotFound() : Shown(view);
    }

    ViewResult Shown(LibraryView view)
    {
        frame.Title = view.Current?.Name ?? text["Library"];
        if (view.Current is not null) frame.Breadcrumbs.Add(new(text["Library"], Address + "?folder="));
        foreach (var folder in view.Way.SkipLast(1)) frame.Breadcrumbs.Add(new(folder.Name, $"{Address}?folder={Uri.EscapeDataString(folder.Id)}"));
        return View("Index", view);
    }

    RedirectToActionResult Tell<T>(Result<T> outcome, Func<T, LocalizedString> done, string? folder)
    {
        if (outcome.Problem is not { } problem) TempData[Done] = done(outcome.Value).Value;
        else TempData[Refused] = problem.Errors.Count > 0 ? text[problem.Errors[0].Message, problem.Errors[0].Args].Value : problem.In(text);
        return RedirectToFolder(folder);
    }

    RedirectToActionResult RedirectToFolder(string? folder) => RedirectToAction(nameof(Index), new { folder = folder ?? "" });
}
