using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.AuditTrail.Actions;
using Portal.AuditTrail.Models;
using Portal.AuditTrail.Queries;
using Portal.AuditTrail.ViewModels;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;

namespace Portal.AuditTrail.Controllers;

/// <summary>Everything anybody changed: to be searched, taken along, and kept as long as the site wants.</summary>
[Admin, RequiresPermission("ViewAuditTrail"), Route("/admin/audit")]
public sealed class AuditController(AuditPage page, Retention retention, PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>With the mark of its encoding; a cell that a spreadsheet would take for a formula is made text.</summary>
    static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    [HttpGet("")]
    public async Task<IActionResult> List([FromQuery] AuditFilter filter, CancellationToken cancel)
    {
        frame.Title = text["Audit trail"];
        return View(await page.RunAsync(filter.Tidied(), cancel));
    }

    /// <summary>The same entries as a file, written as they are read: no trail is too long for it.</summary>
    [HttpGet("export.csv")]
    public async Task<IActionResult> Export([FromQuery] AuditFilter filter, CancellationToken cancel)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"audit-trail.csv\"";
        Response.Headers.CacheControl = "no-store";
        await using var csv = CsvWriter.Create(Response.Body, Csv, leaveOpen: true);
        await csv.WriteRecordAsync([text["Time (UTC)"], text["Person"], text["Kind"], text["What was done"], text["Id"], text["Details"]], cancel);
        await foreach (var entry in (await page.EntriesAsync(filter.Tidied(), cancel)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await csv.WriteRecordAsync([entry.CreatedUtc.ToString("O", CultureInfo.InvariantCulture), entry.UserName ?? "", text[AuditWords.OfKind(entry.Category)], text[AuditWords.OfVerb(entry.Name)], entry.SubjectId, entry.Properties ?? ""], cancel);
        }

        return new EmptyResult();
    }

    [HttpGet("settings"), RequiresPermission("ManageAuditTrailSettings")]
    public async Task<IActionResult> Settings(CancellationToken cancel) => Show(new RetentionForm(await retention.DaysAsync()));

    [HttpPost("settings"), RequiresPermission("ManageAuditTrailSettings"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save([FromForm] bool limited, [FromForm] string? days, [FromServices] SaveRetention action, CancellationToken cancel)
    {
        int? wanted = !limited ? null : int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var outcome = await action.RunAsync(wanted, cancel);
        if (outcome.Problem is { } problem)
        {
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return Show(new RetentionForm(null) { IsLimited = limited, Typed = days, Problem = problem });
        }

        TempData["done"] = text["Saved."].Value;
        return RedirectToAction(nameof(Settings));
    }

    ViewResult Show(RetentionForm form)
    {
        frame.Title = text["How long the audit trail is kept"];
        frame.Breadcrumbs.Add(new(text["Audit trail"], "/admin/audit"));
        return View(nameof(Settings), form);
    }
}
