using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Queries;

namespace Portal.Users.Controllers;

/// <summary>Roles and what they allow.</summary>
[Admin, RequiresPermission("ManageRoles")]
public sealed class RoleAdminController(RoleMatrix matrix, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/roles";

    [HttpGet(Address)]
    public Task<IActionResult> Show(CancellationToken cancel, bool saved = false)
    {
        ViewData["Saved"] = saved;
        return PageAsync(cancel);
    }

    [HttpPost(Address + "/{name}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string name, IReadOnlyList<string>? granted, [FromServices] SaveRole save, CancellationToken cancel) =>
        await DoneAsync((await save.RunAsync(name, granted ?? [], cancel)).Problem, cancel);

    [HttpPost(Address), ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(string? name, [FromServices] SaveRole save, CancellationToken cancel) =>
        await DoneAsync((await save.RunAsync((name ?? "").Trim(), [], cancel)).Problem, cancel);

    [HttpPost(Address + "/{name}/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete(string name, [FromServices] DeleteRole delete, CancellationToken cancel) =>
        await DoneAsync((await delete.RunAsync(name, cancel)).Problem, cancel);

    async Task<IActionResult> DoneAsync(Problem? problem, CancellationToken cancel)
    {
        if (problem is null) return LocalRedirect(Address + "?saved=true");
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return await PageAsync(cancel);
    }

    async Task<IActionResult> PageAsync(CancellationToken cancel)
    {
        frame.Title = text["Roles"];
        return View("Show", await matrix.RunAsync(cancel));
    }
}
