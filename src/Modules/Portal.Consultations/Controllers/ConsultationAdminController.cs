using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Controllers;

/// <summary>What an editor looks through before a consultation is announced.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content/{id}/checklist")]
public sealed class ConsultationAdminController(PortalDb db, ContentAccess access, AnnouncementChecklist checklist, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Checklist(string id, CancellationToken cancel)
    {
        if (await db.ContentItems.AsNoTracking().SingleOrDefaultAsync(i => i.ContentItemId == id && i.ContentType == nameof(Consultation) && i.LatestVersionId != null, cancel) is not { } item) return NotFound();
        if (!access.MayEdit(item)) return Forbid();

        var title = await db.ContentItemVersions.Where(v => v.VersionId == item.LatestVersionId).Select(v => v.DisplayText).SingleAsync(cancel);
        frame.Title = T["Checklist before announcing"];
        frame.Breadcrumbs.Add(new(T["Content"], "/admin/content"));
        frame.Breadcrumbs.Add(new(title, $"/admin/content/{Uri.EscapeDataString(id)}"));
        return View(new ChecklistView(title, (await checklist.RunAsync(id, cancel))!));
    }
}
