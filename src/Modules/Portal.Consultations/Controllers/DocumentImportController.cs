using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Actions;
using Portal.Consultations.Import;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Controllers;

/// <summary>From a document to the sections of a consultation: bring it, look through how it is divided, take it over as a draft. Nothing is replaced before the last step.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content/{id}/document")]
public sealed class DocumentImportController(PortalDb db, ContentAccess access, DivisionPage page, DocumentConverter converter, PageFrame frame, IStringLocalizer T) : Controller
{
    /// <summary>What a request may carry, in bytes: the largest file and more, so that a file that is too large is refused in words.</summary>
    const int LargestRequest = 4 * DocumentConverter.LargestFile;

    /// <summary>Key of what the edit form says next.</summary>
    const string Done = "done";

    [HttpGet("")]
    public Task<IActionResult> Bring(string id, CancellationToken cancel) => BringPageAsync(id, "", null, cancel);

    [HttpPost(""), ValidateAntiForgeryToken, RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Bring(string id, IFormFile? file, string? text, [FromServices] BringDocument bring, CancellationToken cancel)
    {
        var bytes = file is { Length: > 0 and <= DocumentConverter.LargestFile } ? await ReadAsync(file, cancel) : [];
        Result<string> brought = file switch
        {
            { Length: > DocumentConverter.LargestFile } => Cms.Problem.Invalid("file", "The file is larger than {0} MB.", DocumentConverter.LargestFile / 1024 / 1024),
            null when string.IsNullOrWhiteSpace(text) => Cms.Problem.Invalid("file", "Choose a file, or paste the text."),
            _ => await bring.RunAsync(new(id, file?.FileName, bytes, text ?? ""), cancel),
        };
        return brought.Problem is { } problem ? await BringPageAsync(id, text ?? "", problem, cancel) : RedirectToAction(nameof(Divide), new { id, import = brought.Value });
    }

    [HttpGet("{import}")]
    public Task<IActionResult> Divide(string id, string import, CancellationToken cancel) => DividePageAsync(id, import, null, asks: false, cancel);

    [HttpPost("{import}"), ValidateAntiForgeryToken, RequestSizeLimit(LargestRequest), RequestFormLimits(ValueCountLimit = 16 * 1024)]
    public async Task<IActionResult> Divide(string id, string import, [FromForm(Name = "do")] string? pressed, string? way, Guid stamp, Guid setStamp, [FromServices] ChangeDivision change, [FromServices] TakeOverDocument takeOver, CancellationToken cancel)
    {
        var kept = await change.RunAsync(new(id, import, pressed ?? "", way ?? "", Typed("h-"), Typed("t-"), Request.Form["keep"]!), cancel);
        if (kept.Problem is { } lost) return lost.Kind == ProblemKind.NotFound ? NotFound() : await DividePageAsync(id, import, lost, asks: false, cancel);
        if (pressed == ChangeDivision.Discard) return Redirect($"/admin/content/{Uri.EscapeDataString(id)}");
        // To where the editor was.
        if (pressed != "apply") return Redirect($"/admin/content/{Uri.EscapeDataString(id)}/document/{Uri.EscapeDataString(import)}{(pressed?.Split(' ') is [_, var at] ? $"#s-{at}" : "")}");

        if (await page.RunAsync(id, import, cancel) is not { } view) return NotFound();
        // What would be taken out has to have been on the page, with its box.
        var shown = Request.Form["shown"].ToHashSet(StringComparer.Ordinal);
        if (view.Absent.Any(a => !shown.Contains(a.Section.Id))) return await DividePageAsync(id, import, null, asks: true, cancel);

        var taken = await takeOver.RunAsync(new(id, import, stamp, setStamp), cancel);
        if (taken.Problem is { } problem) return await DividePageAsync(id, import, problem, asks: false, cancel);
        TempData[Done] = T["The text was taken over as a draft. Look through it, then publish it."].Value;
        return Redirect($"/admin/content/{Uri.EscapeDataString(id)}");
    }

    async Task<IActionResult> BringPageAsync(string id, string pasted, Problem? problem, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not (var item, var title)) return NotFound();
        if (!access.MayEdit(item)) return Forbid();

        Frame(id, title);
        if (problem is not null) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Bring", new BringView(id, title, Culture.TryFrom(item.Culture, out var culture) ? culture : Culture.En, pasted, converter.CanReadOfficeFiles, DocumentConverter.LargestFile, problem));
    }

    async Task<IActionResult> DividePageAsync(string id, string import, Problem? problem, bool asks, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not (var item, var title) || await page.RunAsync(id, import, cancel, problem, asks) is not { } view) return NotFound();
        if (!access.MayEdit(item)) return Forbid();

        Frame(id, title);
        if (problem is not null) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Divide", view);
    }

    async Task<(ContentItem, string)?> FindAsync(string id, CancellationToken cancel)
    {
        var found = await (from item in db.ContentItems
                           join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                           where item.ContentItemId == id && item.ContentType == nameof(Consultation)
                           select new { item, version.DisplayText }).AsNoTracking().SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.item, found.DisplayText);
    }

    void Frame(string id, string title)
    {
        frame.Title = T["The text from a document"];
        frame.Breadcrumbs.Add(new(T["Content"], "/admin/content"));
        frame.Breadcrumbs.Add(new(title, $"/admin/content/{Uri.EscapeDataString(id)}"));
    }

    Dictionary<int, string> Typed(string prefix) => Request.Form.Where(f => f.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(f => (IsNumber: int.TryParse(f.Key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var start), Start: start, Text: f.Value.ToString()))
        .Where(f => f.IsNumber).DistinctBy(f => f.Start).ToDictionary(f => f.Start, f => f.Text);

    static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancel);
        return memory.ToArray();
    }
}
