using Portal.Cms.Content;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Translations.Actions;
using Portal.Translations.Interface;
using Portal.Translations.Queries;

namespace Portal.Translations.Controllers;

/// <param name="Typed">What was refused, with the row that it belongs to.</param>
public sealed record InterfaceView(InterfaceList List, InterfaceMessage? Refused = null, IReadOnlyList<string>? Typed = null, Problem? Problem = null)
{
    /// <returns>Id of the input that an error is about; the first form's where it is about all of them.</returns>
    public static string InputOf(InterfaceRow row, FieldError error) =>
        $"{row.Id}-{(error.Field.StartsWith("forms[", StringComparison.Ordinal) ? error.Field["forms[".Length..^1] : "0")}";
}

/// <summary>The words of the interface in every culture, and what the site says instead.</summary>
[Admin, RequiresPermission("ManageTranslations"), Route("/admin/interface-strings")]
public sealed class InterfaceStringsController(InterfaceStringList list, ChangeInterfaceString change, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public IActionResult List(InterfaceFilter filter) => Page(new(list.Run(filter)));

    /// <param name="context">Empty for a text without a context.</param>
    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(InterfaceFilter filter, [FromForm] string? context, [FromForm] string message, [FromForm] string[] forms, [FromForm(Name = "do")] string? pressed, CancellationToken cancel)
    {
        if (!Culture.TryFrom(filter.Culture, out var culture)) return BadRequest();
        var place = string.IsNullOrEmpty(context) ? null : context;
        var changed = await change.RunAsync(new(culture, place, message, pressed == "reset" ? null : forms), cancel);
        if (changed.Problem is { } problem) return Page(new(list.Run(filter), new(place, message, null, []), forms, problem));

        TempData[WorkbenchController.Saved] = text[pressed == "reset" ? "Back to the shipped words." : "Saved."].Value;
        return RedirectToAction(nameof(List), null, new { culture = culture.Code, filter.Module, filter.Show, filter.Q, filter.Page }, Passages.Hash($"{place}\n{message}"));
    }

    ViewResult Page(InterfaceView view)
    {
        frame.Title = text["Words of the interface"];
        if (view.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("List", view);
    }
}
