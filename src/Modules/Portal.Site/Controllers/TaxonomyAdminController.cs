using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Site.Actions;
using Portal.Site.Queries;
using Portal.Site.ViewModels;

namespace Portal.Site.Controllers;

/// <summary>The editors' pages of themes and municipalities: each term once, with its names in all languages.</summary>
[Admin, RequiresPermission("ManageTaxonomies"), Route("/admin/taxonomies")]
public sealed class TaxonomyAdminController(TaxonomyPages pages, PageFrame frame, IStringLocalizer text) : Controller
{
    const string Address = "/admin/taxonomies";

    [HttpGet("")]
    public async Task<IActionResult> All(CancellationToken cancel)
    {
        frame.Title = text["Themes and municipalities"];
        return View("All", await pages.AllAsync(cancel));
    }

    /// <param name="sort">Code of the culture whose alphabet counts; null = the editor's.</param>
    [HttpGet("{taxonomy}")]
    public async Task<IActionResult> List(string taxonomy, string? sort, string? q, CancellationToken cancel)
    {
        if (!IsKnown(taxonomy)) return NotFound();
        frame.Title = text[pages.TitleOf(taxonomy)];
        frame.Breadcrumbs.Add(new(text["Themes and municipalities"], Address));
        return View("List", await pages.OfAsync(taxonomy, Culture.TryFrom(sort, out var by) ? by : Culture.Current, q, cancel));
    }

    [HttpGet("{taxonomy}/new")]
    public async Task<IActionResult> New(string taxonomy, CancellationToken cancel) => IsKnown(taxonomy) ? Show((await pages.FormAsync(taxonomy, null, null, cancel))!) : NotFound();

    [HttpPost("{taxonomy}/new"), ValidateAntiForgeryToken]
    public Task<IActionResult> Create(string taxonomy, TermForm form, [FromServices] SaveTerm save, CancellationToken cancel) => SaveAsync(taxonomy, null, form, save, cancel);

    [HttpGet("{taxonomy}/{set}")]
    public async Task<IActionResult> Edit(string taxonomy, string set, CancellationToken cancel) =>
        IsKnown(taxonomy) && await pages.FormAsync(taxonomy, set, null, cancel) is { } view ? Show(view) : NotFound();

    [HttpPost("{taxonomy}/{set}"), ValidateAntiForgeryToken]
    public Task<IActionResult> Save(string taxonomy, string set, TermForm form, [FromServices] SaveTerm save, CancellationToken cancel) => SaveAsync(taxonomy, set, form, save, cancel);

    [HttpGet("{taxonomy}/{set}/merge")]
    public async Task<IActionResult> Merge(string taxonomy, string set, string? into, CancellationToken cancel)
    {
        if (!IsKnown(taxonomy)) return NotFound();
        if (await pages.MergeAsync(taxonomy, set, into ?? "", cancel) is not { } view) return LocalRedirect($"{Address}/{taxonomy}/{Uri.EscapeDataString(set)}");
        Under(taxonomy, text["Make one of two terms"]);
        return View("Merge", view);
    }

    [HttpPost("{taxonomy}/{set}/merge"), ValidateAntiForgeryToken]
    public async Task<IActionResult> DoMerge(string taxonomy, string set, string? into, [FromServices] MergeTerms merge, CancellationToken cancel)
    {
        if (!IsKnown(taxonomy)) return NotFound();
        var merged = await merge.RunAsync(set, into ?? "", cancel);
        if (merged.Problem is { } problem)
        {
            TempData["refused"] = string.Join(' ', [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]);
            return LocalRedirect($"{Address}/{taxonomy}/{Uri.EscapeDataString(set)}");
        }

        var report = merged.Value;
        TempData["done"] = string.Join(' ',
            text["The two terms are one."].Value, text.Plural(report.Items, "{0} text points to the kept term now.", "{0} texts point to the kept term now.").Value, text.Plural(report.Addresses, "{0} old address leads there.", "{0} old addresses lead there.").Value);
        return LocalRedirect($"{Address}/{taxonomy}/{Uri.EscapeDataString(into!)}");
    }

    async Task<IActionResult> SaveAsync(string taxonomy, string? set, TermForm form, SaveTerm save, CancellationToken cancel)
    {
        var saved = await save.RunAsync(taxonomy, set, form, cancel);
        if (saved.Problem is not { } problem)
        {
            TempData["done"] = text["Saved. Readers see it at once."].Value;
            return LocalRedirect($"{Address}/{taxonomy}/{Uri.EscapeDataString(saved.Value)}");
        }

        if (!IsKnown(taxonomy) || await pages.FormAsync(taxonomy, set, form, cancel) is not { } view) return NotFound();
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Show(view);
    }

    ViewResult Show(TermEditView view)
    {
        Under(view.Taxonomy, view.Term is { } term ? term.In(Culture.Current).Name : text["New term"]);
        return View("Edit", view);
    }

    void Under(string taxonomy, string title)
    {
        frame.Title = title;
        frame.Breadcrumbs.Add(new(text["Themes and municipalities"], Address));
        frame.Breadcrumbs.Add(new(text[pages.TitleOf(taxonomy)], $"{Address}/{taxonomy}"));
    }

    static bool IsKnown(string taxonomy) => Models.Taxonomies.All.Contains(taxonomy, StringComparer.Ordinal);
}
