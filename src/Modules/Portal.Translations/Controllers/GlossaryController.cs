using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.Translations.Actions;
using Portal.Translations.Models;
using Portal.Translations.Queries;

namespace Portal.Translations.Controllers;

/// <param name="Typed">What was refused; it stands in its form again.</param>
public sealed record GlossaryView(IReadOnlyList<GlossaryTerm> Terms, GlossaryTerm? Typed = null, Problem? Problem = null);

/// <summary>The words of the site in its languages, which the workbench offers to translators.</summary>
[Admin, RequiresPermission("ManageTranslations"), Route("/admin/translations/glossary")]
public sealed class GlossaryController(Glossary glossary, ChangeGlossary change, PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>A word as its form sends it, with what it was when the form was shown.</summary>
    public sealed record TermForm(string? Id, string? En, string? Sq, string? Sr, string? Bs, string? Note, string? OldEn, string? OldSq, string? OldSr, string? OldBs, string? OldNote)
    {
        public GlossaryTerm After(string id) => new(id, Given(En), Given(Sq), Given(Sr), Given(Bs), Given(Note));

        public GlossaryTerm? Before => Id is null ? null : new(Id, Given(OldEn), Given(OldSq), Given(OldSr), Given(OldBs), Given(OldNote));

        static string? Given(string? word) => string.IsNullOrWhiteSpace(word) ? null : word.Trim();
    }

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken cancel) => Page(new(await glossary.AllAsync(cancel)));

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(TermForm form, [FromForm(Name = "do")] string? pressed, CancellationToken cancel)
    {
        var after = form.After(form.Id ?? Ids.New());
        var isRemoval = pressed == "remove" && form.Before is not null;
        var changed = await change.RunAsync(new(form.Before, isRemoval ? null : after), cancel);
        if (changed.Problem is { } problem) return Page(new(await glossary.AllAsync(cancel), after, problem));

        TempData[WorkbenchController.Saved] = text[isRemoval ? "Removed." : "Saved."].Value;
        return RedirectToAction(nameof(List));
    }

    ViewResult Page(GlossaryView view)
    {
        frame.Title = text["Glossary"];
        frame.Breadcrumbs.Add(new(text["Translations"], "/admin/translations"));
        if (view.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("List", view);
    }
}
