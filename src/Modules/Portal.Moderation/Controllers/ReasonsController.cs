using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Moderation.Actions;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>The public list of reasons, for those who keep it.</summary>
[Admin, Authorize, AutoValidateAntiforgeryToken, RequiresPermission("ManageModerationReasons"), Route("admin/moderation/reasons"), ResponseCache(NoStore = true)]
public sealed class ReasonsController(ReasonList reasons, WordReason word, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List()
    {
        frame.Title = T["Reasons"];
        frame.Breadcrumbs.Add(new(T["Moderation queue"], "/admin/moderation"));
        return View((await reasons.GetAsync()).Newest);
    }

    /// <summary>The list as a recipe that another portal takes in.</summary>
    [HttpGet("recipe.json")]
    public async Task<IActionResult> Recipe() => File(ModerationReasonsStep.Write(await reasons.GetAsync(), T), "application/json", "moderation-reasons.recipe.json");

    [HttpGet("edit")]
    public async Task<IActionResult> Edit(string? key)
    {
        var book = await reasons.GetAsync();
        return EditPage(book.Newest.FirstOrDefault(r => r.Key == key) is { } known ? FormOf(known) : new() { Position = book.Newest.Count + 1 });
    }

    [HttpPost("edit")]
    public async Task<IActionResult> Edit(ReasonForm form, CancellationToken cancel)
    {
        var outcome = await word.RunAsync(new(form.Key ?? "", form.Position, form.IsActive, form.HidesAtOnce, form.IsForReports, form.Texts()), cancel);
        if (outcome.Problem is { } problem)
        {
            problem.AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
            return EditPage(form);
        }

        TempData["done"] = T["The reason is saved. Decisions made so far keep the wording they had."].Value;
        return RedirectToAction(nameof(List));
    }

    ViewResult EditPage(ReasonForm form)
    {
        frame.Title = T["Word a reason"];
        frame.Breadcrumbs.Add(new(T["Moderation queue"], "/admin/moderation"));
        frame.Breadcrumbs.Add(new(T["Reasons"], "/admin/moderation/reasons"));
        return View("Edit", form);
    }

    /// <summary>The wording as it holds now, also of a reason whose texts came with the portal.</summary>
    ReasonForm FormOf(Reason reason)
    {
        var form = new ReasonForm { Key = reason.Key, Position = reason.Position, IsActive = reason.IsActive, HidesAtOnce = reason.HidesAtOnce, IsForReports = reason.IsForReports, IsKnown = true };
        foreach (var (code, text) in reason.InEveryCulture(T)) (form.Names[code], form.Explanations[code]) = (text.Name, text.Explanation);
        return form;
    }
}
