using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Actions;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;
using Portal.Contents.Queries;

namespace Portal.Contents.Controllers;

/// <summary>What the edit form's scripts ask for while somebody writes: unsaved work is kept, Markdown is shown as the page will show it, items are found by title.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content"), RequestSizeLimit(ContentEditorController.LargestForm)]
[RequestFormLimits(ValueCountLimit = 16 * 1024, MultipartBodyLengthLimit = ContentEditorController.LargestForm)]
public sealed class EditorHelpController(ContentTypes types, CurrentUser user, IStringLocalizer text) : Controller
{
    /// <summary>What a form sends along that is no input of its own.</summary>
    static readonly string[] NotTyped = ["__RequestVerificationToken", "do", "form", "stamp", "setStamp"];

    /// <returns>The time it was kept, in words.</returns>
    [HttpPost("unsaved"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Keep(string form, Guid stamp, Guid setStamp, [FromServices] KeepUnsavedWork keep, CancellationToken cancel)
    {
        var typed = TypedValues.Of(Request.Form.Where(f => !NotTyped.Contains(f.Key, StringComparer.Ordinal)));
        var kept = await keep.RunAsync(new(form, typed.ToJson(), stamp, setStamp), cancel);
        return kept.Problem is { } problem ? StatusCode(ProblemResults.StatusOf(problem.Kind)) : Content(text["Kept at {0}, not saved yet.", Dates.Time(TimeOnly.FromDateTime(Dates.ToWall(kept.Value, user.TimeZone ?? PartDescriptor.DefaultZone)), Culture.Current)]);
    }

    /// <summary>Markdown as the public page shows it, through the same renderer and the same allow-list.</summary>
    [HttpPost("render"), ValidateAntiForgeryToken]
    public IActionResult Render(string? markdown, string culture, [FromServices] MarkdownRenderer renderer) =>
        Culture.TryFrom(culture, out var found) ? PartialView("_Rendered", renderer.Render(markdown, found, "preview-")) : BadRequest();

    /// <param name="type">Content types, divided by blanks; null = every type with pages.</param>
    /// <param name="q">Words of the title.</param>
    /// <param name="culture">The language whose titles and addresses are wanted.</param>
    [HttpGet("find")]
    public async Task<IActionResult> Find(string? type, string? q, string? culture, [FromServices] PickerChoices choices, CancellationToken cancel)
    {
        var wanted = (type ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = await choices.FindAsync(wanted, (q ?? "").Trim(), Culture.TryFrom(culture, out var asked) ? asked : Culture.Current, cancel);
        Response.Headers.CacheControl = "no-store";
        return Json(found.Select(f => new { set = f.Set, id = f.ContentItemId, name = f.Name, lang = f.Lang, href = f.Href, type = types.Find(f.ContentType) is { } known ? known.NameIn(Culture.Current, text) : f.ContentType }));
    }
}
