using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Actions;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;
using Portal.Contents.Models;
using Portal.Contents.Queries;
using Portal.Contents.ViewModels;

namespace Portal.Contents.Controllers;

/// <summary>The edit form of every content type: what is typed becomes a draft, and the draft public.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/content"), RequestFormLimits(ValueCountLimit = 16 * 1024, MultipartBodyLengthLimit = LargestForm), RequestSizeLimit(LargestForm)]
public sealed class ContentEditorController(
    EditedItem items, ContentTypes types, ContentAccess access, EditorPage page, PageFrame frame, SaveDraft save, PublishContentItem publish, DiscardUnsavedWork forget, IStringLocalizer text) : Controller
{
    /// <summary>What a form may carry, in bytes: a whole law in Cyrillic, each letter as six characters.</summary>
    public const int LargestForm = 8 * 1024 * 1024;

    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(string id, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } item || types.Find(item.Item.ContentType) is not { } type) return NotFound();
        return access.MayEdit(item.Item) ? Show(await page.OpenAsync(type, item, cancel)) : Forbid();
    }

    [HttpPost("{id}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string id, [FromForm(Name = "do")] string? pressed, Guid stamp, Guid setStamp, string? follows, [FromForm] string? comment,
        [FromServices] UnpublishContentItem unpublish, [FromServices] DiscardDraft discard, [FromServices] IEnumerable<IEditorCommand> commands, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } item || types.Find(item.Item.ContentType) is not { } type) return NotFound();
        if (!access.MayEdit(item.Item)) return Forbid();
        if (pressed is "discard" or "forget") await forget.RunAsync(id, cancel);
        if (pressed == "forget") return RedirectToAction(nameof(Edit), new { id });
        if (pressed == "discard") return Tell(await discard.RunAsync(id, cancel), "The draft was discarded.", id);

        var typed = TypedValues.Of(Request.Form);
        var form = await page.FormAsync(type, item.Item.Culture, typed, cancel);
        EditConflict.Choose(form, typed, () => form.Show(item.Document));
        // A form that comes back unsaved keeps the stamps it was read with.
        if (Touched(pressed, typed, form) is { } touched) return Show(await page.OfAsync(type, item, cancel, typed) with { Focus = touched, Stamps = (stamp, setStamp) });

        var errors = new List<FieldError>();
        var document = form.Read(typed, item.Document, errors);
        // Stamps also move when somebody schedules the text or saves another language: what this form shows is then as it was read.
        var isStale = (stamp, setStamp) != (item.Item.Stamp, item.Set.Stamp) && typed[EditConflict.Read] != EditConflict.DigestOf(form, form.Show(item.Document));
        var problem = isStale ? SaveDraft.Stale : errors.Count > 0 ? Cms.Problem.Invalid(errors) : null;
        var newSource = item.Source?.NewerVersionId is { } newer && newer == follows ? newer : null;
        if (problem is null && (newSource is not null || !string.IsNullOrWhiteSpace(comment) || !System.Text.Json.Nodes.JsonNode.DeepEquals(document.Content, item.Document.Content)))
            problem = (await save.RunAsync(new(id, document, item.Item.Stamp, item.Set.Stamp, newSource, comment), cancel)).Problem;
        if (problem is null) await forget.RunAsync(id, cancel);
        if (problem is null && pressed == "publish") problem = (await publish.RunAsync(id, cancel)).Problem;
        if (problem is null && pressed == "unpublish") problem = (await unpublish.RunAsync(id, cancel)).Problem;
        string? done = null;
        if (problem is null && commands.FirstOrDefault(c => c.Name == pressed) is { } command)
        {
            var outcome = await command.RunAsync(id, Request.Form, cancel);
            problem = outcome.Problem;
            done = outcome.Succeeded ? outcome.Value : null;
        }

        if (IsQuiet) return problem is null ? await SavedAsync(id, form, cancel) : StatusCode(ProblemResults.StatusOf(problem.Kind));
        if (problem is not null) return await RefuseAsync(type, id, typed, problem, cancel);

        if (pressed == "preview") return RedirectToAction(nameof(Preview), new { id });
        TempData[ContentAdminController.Done] = text[done ?? pressed switch { "publish" => "Published.", "unpublish" => "No longer public.", _ => "Saved as a draft." }].Value;
        return RedirectToAction(nameof(Edit), new { id });
    }

    /// <summary>The page saves and stays as it is: a script asks, and sends the form like any other when this is refused.</summary>
    bool IsQuiet => Request.Headers.Accept == "application/json";

    async Task<IActionResult> SavedAsync(string id, DocumentForm form, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } now) return NotFound();
        return Json(new { stamp = now.Item.Stamp, setStamp = now.Set.Stamp, read = EditConflict.DigestOf(form, form.Show(now.Document)), title = now.Version.DisplayText });
    }

    /// <returns>What the inputs begin with that a button of a bag or of a search worked on; null for any other button.</returns>
    static string? Touched(string? pressed, TypedValues typed, DocumentForm form) =>
        pressed?.StartsWith("find ", StringComparison.Ordinal) == true ? pressed["find ".Length..] : BagButtons.Press(pressed ?? "", typed, form.Parts);

    [HttpGet("new")]
    public IActionResult Choose()
    {
        frame.Title = text["New text"];
        frame.Breadcrumbs.Add(new(text["Content"], "/admin/content"));
        return View("Choose", types.All.Where(t => t.IsCreatable).OrderBy(t => t.NameIn(Culture.Current, text), StringComparer.CurrentCulture).ToList());
    }

    /// <param name="from">The item that is translated; null = an original.</param>
    [HttpGet("new/{type}")]
    public async Task<IActionResult> New(string type, string? culture, string? from, CancellationToken cancel)
    {
        if (await BeginAsync(type, culture, from, cancel) is not { } begun) return NotFound();
        return begun.Original is { } original && !access.MayEdit(original.Item) ? Forbid() : Show(await page.OpenNewAsync(begun, TypedValues.Of(Request.Query), cancel));
    }

    [HttpPost("new/{type}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(string type, string? culture, string? from, [FromForm(Name = "do")] string? pressed, [FromServices] CreateContentItem create, CancellationToken cancel)
    {
        if (await BeginAsync(type, culture, from, cancel) is not { } begun) return NotFound();
        if (begun.Original is { } original && !access.MayEdit(original.Item)) return Forbid();

        if (pressed == "forget")
        {
            await forget.RunAsync(begun.UnsavedForm, cancel);
            return RedirectToAction(nameof(New), new { type, culture, from });
        }

        var typed = TypedValues.Of(Request.Form);
        var form = await page.FormAsync(begun.Type, begun.Culture.Code, typed, cancel);
        if (Touched(pressed, typed, form) is { } touched) return Show(await page.OfNewAsync(begun, typed, cancel) with { Focus = touched });

        var errors = new List<FieldError>();
        var document = form.Read(typed, begun.Document, errors);
        var created = errors.Count > 0 ? Cms.Problem.Invalid(errors)
            : await create.RunAsync(new(begun.Type.Name, begun.Culture.Code, document, begun.Original?.Item.LocalizationSet, begun.VersionId), cancel);
        if (created.Problem is { } problem) return Show(await page.OfNewAsync(begun, typed, cancel) with { Problem = problem });

        await forget.RunAsync(begun.UnsavedForm, cancel);
        var id = created.Value.ContentItemId;
        if (pressed == "publish" && (await publish.RunAsync(id, cancel)).Problem is { } unpublished) return await RefuseAsync(begun.Type, id, typed, unpublished, cancel);
        if (pressed == "preview") return RedirectToAction(nameof(Preview), new { id });
        TempData[ContentAdminController.Done] = text[pressed == "publish" ? "Published." : "Saved as a draft."].Value;
        return RedirectToAction(nameof(Edit), new { id });
    }

    /// <summary>The public page with the latest text in place of the public one.</summary>
    [HttpGet("{id}/preview")]
    public async Task<IActionResult> Preview(string id, [FromQuery(Name = "in")] string? script, [FromServices] DraftPage draft, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } item || types.Find(item.Item.ContentType) is not { Controller: not null } type) return NotFound();
        if (!access.MayEdit(item.Item)) return Forbid();

        await draft.ShowAsync(ControllerContext, type, item, script);
        return new EmptyResult();
    }

    async Task<BegunItem?> BeginAsync(string typeName, string? culture, string? from, CancellationToken cancel)
    {
        if (types.Find(typeName) is not { } type || Culture.ContentCultures.FirstOrDefault(c => c.Code == culture) is not { } found) return null;
        if (from is null) return new(type, found, page.Empty(type), null, null);
        if (await items.FindAsync(from, cancel) is not { } original || original.Item.ContentType != type.Name) return null;

        var (document, version) = await items.ToTranslateAsync(original, cancel);
        return new(type, found, document, original, version);
    }

    /// <summary>Shows the form again, with everything that was typed.</summary>
    async Task<IActionResult> RefuseAsync(ContentTypeDefinition type, string id, TypedValues typed, Problem problem, CancellationToken cancel)
    {
        if (await items.FindAsync(id, cancel) is not { } now) return NotFound();
        return Show(await page.OfAsync(type, now, cancel, typed, problem));
    }

    ViewResult Show(EditorView view)
    {
        frame.Title = view.Item is { } item ? item.Version.DisplayText : text["New: {0}", view.Type.NameIn(Culture.Current, text)];
        frame.Breadcrumbs.Add(new(text["Content"], "/admin/content"));
        if (view.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Edit", view);
    }

    /// <param name="done">English message id.</param>
    RedirectToActionResult Tell(Result<ContentItem> outcome, string done, string id)
    {
        if (outcome.Problem is { } problem) TempData[ContentAdminController.Refused] = problem.In(text);
        else TempData[ContentAdminController.Done] = text[done].Value;
        return RedirectToAction(nameof(Edit), new { id });
    }
}
