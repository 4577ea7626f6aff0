using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Site.Actions;
using Portal.Site.Queries;
using Portal.Site.Redirects;
using Portal.Site.ViewModels;

namespace Portal.Site.Controllers;

/// <summary>Where old addresses lead.</summary>
[Admin, RequiresPermission("ManageRedirects"), Route("/admin/redirects")]
public sealed class RedirectAdminController(RedirectPages pages, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/redirects";

    [HttpGet("")]
    public async Task<IActionResult> List(string? q, string? after, CancellationToken cancel)
    {
        frame.Title = text["Redirects"];
        return View("List", await pages.RunAsync(q, after, cancel));
    }

    [HttpGet("new")]
    public IActionResult New() => Show(new());

    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(string id, CancellationToken cancel) => await pages.FindAsync(id, cancel) is { } redirect ? Show(RedirectForm.Of(redirect)) : NotFound();

    [HttpPost("new"), HttpPost("{id}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string? id, RedirectForm form, [FromServices] SaveRedirect save, CancellationToken cancel)
    {
        var saved = await save.RunAsync(id, form.Rule, cancel);
        if (saved.Problem is not { } problem)
        {
            TempData["done"] = text["Saved. It counts where nothing else answers."].Value;
            return LocalRedirect(Address);
        }

        if (problem.Kind == ProblemKind.NotFound) return NotFound();
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Show(form with { Id = id });
    }

    [HttpPost("{id}/delete"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Delete(string id, [FromServices] DeleteRedirect delete, CancellationToken cancel)
    {
        if ((await delete.RunAsync(id, cancel)).Problem is { } problem) TempData["refused"] = problem.In(text);
        else TempData["done"] = text["The redirect is deleted."].Value;
        return LocalRedirect(Address);
    }

    [HttpGet("redirects.csv")]
    public async Task<IActionResult> Export(CancellationToken cancel) => File(await RedirectFile.WriteAsync(await pages.AllAsync(cancel)), "text/csv; charset=utf-8", "redirects.csv");

    [HttpGet("import")]
    public IActionResult Import() => ShowImport(null);

    /// <param name="file">A CSV file; or its lines in <paramref name="lines"/>.</param>
    [HttpPost("import"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Import(IFormFile? file, string? lines, [FromForm(Name = "do")] string? pressed, [FromServices] ImportRedirects import, CancellationToken cancel)
    {
        if (file is { Length: > 0 })
        {
            using var reader = new StreamReader(file.OpenReadStream());
            lines = await reader.ReadToEndAsync(cancel);
        }

        ViewData["Lines"] = lines;
        var taken = await import.RunAsync(lines ?? "", isTrial: pressed != "import", cancel);
        if (taken.Problem is not { } problem) return ShowImport(taken.Value);
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return ShowImport(null);
    }

    ViewResult ShowImport(ImportRedirects.Report? report)
    {
        Under(text["Take in a file"]);
        return View("Import", report);
    }

    ViewResult Show(RedirectForm form)
    {
        Under(form.Id is null ? text["New redirect"] : text["Redirect"]);
        return View("Edit", form);
    }

    void Under(string title)
    {
        frame.Title = title;
        frame.Breadcrumbs.Add(new(text["Redirects"], Address));
    }
}
