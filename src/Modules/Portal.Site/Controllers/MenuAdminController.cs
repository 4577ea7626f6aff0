using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Site.Actions;
using Portal.Site.Menus;
using Portal.Site.Models;
using Portal.Site.Queries;
using Portal.Site.ViewModels;

namespace Portal.Site.Controllers;

/// <summary>The editors' pages of menus: every menu once, for all languages.</summary>
[Admin, RequiresPermission("ManageMenu"), Route("/admin/menus")]
public sealed class MenuAdminController(MenuPages pages, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/menus", Done = "done", Refused = "refused";

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        frame.Title = text["Menus"];
        return View("List", await pages.AllAsync(cancel));
    }

    [HttpPost("{menu}/move"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Move(string menu, string set, [FromForm(Name = "do")] MenuMove move, [FromServices] ArrangeMenu arrange, CancellationToken cancel) =>
        BackToMenus(await arrange.MoveAsync(menu, set, move, cancel), "Moved. Readers see it at once.", set);

    /// <param name="places">Every entry in reading order, each as its set, or as the set above it, a space and its own.</param>
    [HttpPost("{menu}/arrange"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Arrange(string menu, List<string>? places, string? moved, [FromServices] ArrangeMenu arrange, CancellationToken cancel) =>
        BackToMenus(await arrange.RunAsync(menu, [.. (places ?? []).Select(p => p.Split(' ', 2)).Select(p => p.Length == 2 ? new MenuPlace(p[1], p[0]) : new MenuPlace(p[0], null))], cancel), "Moved. Readers see it at once.", moved);

    [HttpGet("new")]
    public async Task<IActionResult> New(string? menu, CancellationToken cancel) =>
        Titled("Edit", text["New entry"], await pages.OfAsync(null, new() { Menu = MenuNames.All.Contains(menu, StringComparer.Ordinal) ? menu! : MenuNames.All[0], LeadsTo = "item" }, isPreviewed: false, cancel));

    [HttpPost("new"), ValidateAntiForgeryToken]
    public Task<IActionResult> Create(MenuForm form, [FromForm(Name = "do")] string? pressed, [FromServices] SaveMenuItem save, CancellationToken cancel) => SaveAsync(null, form, pressed, save, cancel);

    [HttpGet("{set}")]
    public async Task<IActionResult> Edit(string set, CancellationToken cancel) =>
        await pages.FindAsync(set, cancel) is { } entry ? Titled("Edit", text["Entry of a menu"], await pages.OfAsync(set, MenuForm.Of(entry), isPreviewed: false, cancel)) : NotFound();

    [HttpPost("{set}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string set, MenuForm form, [FromForm(Name = "do")] string? pressed, [FromServices] SaveMenuItem save, CancellationToken cancel) =>
        await pages.FindAsync(set, cancel) is null ? NotFound() : await SaveAsync(set, form, pressed, save, cancel);

    [HttpPost("{set}/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete(string set, [FromServices] DeleteMenuItem delete, CancellationToken cancel) => BackToMenus(await delete.RunAsync(set, cancel), "The entry is taken out of the menu.", null);

    async Task<IActionResult> SaveAsync(string? set, MenuForm form, string? pressed, SaveMenuItem save, CancellationToken cancel)
    {
        var title = text[set is null ? "New entry" : "Entry of a menu"];
        if (pressed is "find" or "preview") return Titled("Edit", title, await pages.OfAsync(set, form, pressed == "preview", cancel));

        var entry = form.EntryOf(set ?? "", 0, null);
        var saved = await save.RunAsync(new(set, entry.Menu, entry.Words, entry.Item, entry.List, entry.Address, entry.HiddenIn), cancel);
        if (saved.Problem is not { } problem) return BackToMenus(saved, "Saved. Readers see it at once.", saved.Value);

        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Titled("Edit", title, await pages.OfAsync(set, form, isPreviewed: false, cancel));
    }

    /// <param name="done">English message id.</param>
    /// <param name="set">The entry to come back to.</param>
    LocalRedirectResult BackToMenus<T>(Result<T> outcome, string done, string? set)
    {
        TempData[outcome.Succeeded ? Done : Refused] = outcome.Problem is { } problem ? string.Join(' ', [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]) : text[done].Value;
        return LocalRedirect(set is null ? Address : $"{Address}#entry-{Uri.EscapeDataString(set)}");
    }

    ViewResult Titled(string view, string title, object model)
    {
        frame.Title = title;
        frame.Breadcrumbs.Add(new(text["Menus"], Address));
        return View(view, model);
    }
}
