using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Site.Actions;
using Portal.Site.Queries;

namespace Portal.Site.Controllers;

/// <summary>The site's settings: a form for each group that a module declares, and the features.</summary>
[Admin, RequiresPermission("ManageSettings"), Route("/admin/settings")]
public sealed class SettingsAdminController(SettingsPages pages, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/settings";

    [HttpGet("")]
    public IActionResult List()
    {
        frame.Title = text["Settings"];
        return View("List", pages.Groups);
    }

    [HttpGet("{group}")]
    public async Task<IActionResult> Edit(string group, CancellationToken cancel) => await pages.OfAsync(group, null, cancel) is { } form ? Show(form) : NotFound();

    [HttpPost("{group}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string group, [FromServices] SaveSettings save, CancellationToken cancel)
    {
        var typed = new TypedSettings(Request.Form.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.OfType<string>()], StringComparer.Ordinal));
        if ((await save.RunAsync(group, typed, cancel)).Problem is not { } problem)
        {
            TempData["done"] = text["Saved. It counts at once."].Value;
            return LocalRedirect($"{Address}/{Uri.EscapeDataString(group)}");
        }

        if (await pages.OfAsync(group, typed, cancel) is not { } form) return NotFound();
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Show(form);
    }

    [HttpGet("features")]
    public async Task<IActionResult> Features(CancellationToken cancel)
    {
        Under(text["Features"]);
        return View("Features", await pages.FeaturesAsync(cancel));
    }

    [HttpPost("features"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Features(List<string>? features, [FromServices] SaveFeatures save, CancellationToken cancel)
    {
        var saved = await save.RunAsync(features ?? [], cancel);
        if (saved.Problem is { } problem) TempData["refused"] = string.Join(' ', [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]);
        else TempData["done"] = text["Saved. It counts when the portal is started anew."].Value;
        return LocalRedirect(Address + "/features");
    }

    /// <summary>All settings as a recipe, to be run on another portal.</summary>
    [HttpGet("settings.recipe.json")]
    public async Task<IActionResult> Recipe(CancellationToken cancel) =>
        File(Encoding.UTF8.GetBytes((await pages.RecipeAsync(cancel)).ToJsonString(new(ContentDocument.Json) { WriteIndented = true })), "application/json", "settings.recipe.json");

    ViewResult Show(SettingsForm form)
    {
        Under(text[form.Group.Title]);
        return View("Edit", form);
    }

    void Under(string title)
    {
        frame.Title = title;
        frame.Breadcrumbs.Add(new(text["Settings"], Address));
    }
}
