using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Controllers;

/// <summary>Files of submissions, always as downloads: whatever they hold, no browser shows it as a page of this site.</summary>
public sealed class AttachmentController(PublicAttachments attachments, FileStore store) : Controller
{
    [HttpGet("{culture:culture}/attachment/{id}"), HttpHead("{culture:culture}/attachment/{id}")]
    public async Task<IActionResult> Public(string id, CancellationToken cancel) =>
        await attachments.FindAsync(id, cancel) is { } attachment ? AttachmentDownload.Of(this, store, attachment) : NotFound();
}

/// <summary>The same for moderators, who look at files before the public does and can leave one out.</summary>
[Admin, Authorize, AutoValidateAntiforgeryToken, Route("admin/moderation/attachments/{id}"), ResponseCache(NoStore = true)]
public sealed class ModeratedAttachmentController(PortalDb db, ExcludeAttachment exclude, FileStore store, CurrentUser user, IStringLocalizer T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Download(string id, CancellationToken cancel)
    {
        if (!user.May(ModerationPermissions.Moderate)) return Forbid();
        return await db.SubmissionAttachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is { } attachment ? AttachmentDownload.Of(this, store, attachment) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Exclude(string id, bool excluded, CancellationToken cancel)
    {
        var outcome = await exclude.RunAsync(id, excluded, cancel);
        if (outcome.Problem is { } problem) return problem.Kind == Cms.ProblemKind.Forbidden ? Forbid() : NotFound();
        TempData["done"] = (excluded ? T["The file is kept from the public."] : T["The file is public with the text."]).Value;
        return Redirect($"/admin/moderation/{outcome.Value}");
    }
}

static class AttachmentDownload
{
    public static IActionResult Of(Controller controller, FileStore store, SubmissionAttachment attachment)
    {
        if (store.Open(attachment.Id) is not { } bytes) return controller.NotFound();
        var headers = controller.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "no-store";
        return controller.File(bytes, attachment.ContentType, attachment.FileName);
    }
}
