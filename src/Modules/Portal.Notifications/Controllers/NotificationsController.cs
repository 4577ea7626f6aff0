using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Notifications.Actions;
using Portal.Notifications.Queries;
using Portal.Users.Sessions;

namespace Portal.Notifications.Controllers;

/// <summary>What an editor was told, on the editors' pages.</summary>
[Admin, Authorize, RequiresPermission("AccessAdminPanel"), PrivatePage]
public sealed class NotificationsController(NotificationList list, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    public const string Address = "/admin/notifications";

    [HttpGet(Address)]
    public async Task<IActionResult> List(CancellationToken cancel, bool all = false, int page = 1)
    {
        frame.Title = text["Notifications"];
        return View(await list.RunAsync(me.Id!, onlyUnread: !all, page, cancel));
    }
}

/// <summary>The same for everybody with an account, on the pages of the account.</summary>
[Authorize, PrivatePage]
public sealed class OwnNotificationsController(NotificationList list, CurrentUser me, PageFrame frame, IStringLocalizer text) : Controller
{
    public const string Address = "/account/notifications";

    [HttpGet(Address)]
    public async Task<IActionResult> List(CancellationToken cancel, bool all = false, int page = 1)
    {
        (frame.Title, frame.NoIndex) = (text["Notifications"], true);
        return View(await list.RunAsync(me.Id!, onlyUnread: !all, page, cancel));
    }

    /// <summary>Leads to what a notification is about. It counts as read from then on; whoever follows the link changes nothing else.</summary>
    [HttpGet(Address + "/{id}")]
    public async Task<IActionResult> Open(string id, [FromServices] MarkAsRead read, CancellationToken cancel)
    {
        var outcome = await read.RunAsync(id, cancel);
        return outcome.Succeeded && Url.IsLocalUrl(outcome.Value) ? LocalRedirect(outcome.Value) : NotFound();
    }

    /// <param name="id">Null: all of them.</param>
    [HttpPost(Address + "/read"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Read([FromForm] string? id, [FromForm] string? back, [FromServices] MarkAsRead read, CancellationToken cancel)
    {
        if ((await read.RunAsync(string.IsNullOrEmpty(id) ? null : id, cancel)).Problem is { } problem) return StatusCode(ProblemResults.StatusOf(problem.Kind));
        return LocalRedirect(back == NotificationsController.Address ? NotificationsController.Address : Address);
    }
}
