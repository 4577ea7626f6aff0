using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Models;
using Portal.Translations.Actions;
using Portal.Translations.Queries;
using Portal.Translations.Texts;
using Portal.Translations.ViewModels;

namespace Portal.Translations.Controllers;

/// <summary>The workbench: a text and its translation side by side. Every button sends the whole form, so that all of it works without scripts and nothing typed is lost.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/translations/{set}/{culture:culture}"), RequestFormLimits(ValueCountLimit = 16 * 1024), RequestSizeLimit(LargestForm)]
public sealed class WorkbenchController(Workbench workbench, Glossary glossary, SharedValues shared, ContentAccess access, IEnumerable<IEditorCommand> commands, PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>What a form may carry, in bytes: a whole law in Cyrillic, each letter as six characters.</summary>
    const int LargestForm = 8 * 1024 * 1024;

    /// <summary>Names of the form's inputs.</summary>
    public const string TextPrefix = "t:", Same = "same", OwnField = "own";

    /// <summary>Name of the command with which a module lets writers ask for a review, where one does.</summary>
    public const string RequestReview = "review-request";

    IEditorCommand? Review => commands.FirstOrDefault(c => c.Name == RequestReview);

    /// <summary>Key of what the next page says about the action before it.</summary>
    public const string Saved = "translation-saved";

    [HttpGet("")]
    public async Task<IActionResult> Show(string set, string culture, string? from, CancellationToken cancel)
    {
        if (In(culture) is not { } target) return NotFound();
        if (await workbench.FindAsync(set, target, In(from), null, cancel) is not { } found) return await NothingToTranslateAsync(set, target, cancel);
        if (!MayTranslate(found)) return Forbid();
        return Page(await ViewAsync(found, Nothing, cancel) with { Own = OwnOf(found), Stamps = (found.Target?.Item.Stamp, found.Set.Stamp) });
    }

    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Save(string set, string culture, string? from, string source, Guid? stamp, Guid setStamp, [FromForm(Name = "do")] string? pressed, bool follows, [FromServices] SaveTranslation save, CancellationToken cancel)
    {
        if (In(culture) is not { } target || In(from) is not { } origin) return NotFound();
        if (await workbench.FindAsync(set, target, origin, source, cancel) is not { } found) return NotFound();
        if (!MayTranslate(found)) return Forbid();

        var typed = Request.Form.Where(f => f.Key.StartsWith(TextPrefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[TextPrefix.Length..], f => f.Value.ToString(), StringComparer.Ordinal);
        var (same, own) = (Chosen(Same), Chosen(OwnField));
        var problem = default(Problem);
        var focus = await PressAsync(pressed ?? "", typed, found, cancel);
        if (focus is null)
        {
            var saved = await save.RunAsync(new(set, target, origin, source, typed, same, own, follows, stamp, found.Target is null ? null : setStamp), cancel);
            problem = saved.Problem ?? (pressed == RequestReview && Review is { } request ? (await request.RunAsync(saved.Value.ContentItemId, Request.Form, cancel)).Problem : null);
            if (problem is null) return Done(set, target, origin, pressed == RequestReview ? "Saved and sent to be reviewed." : "Saved as a draft.");
            if (saved.Succeeded) stamp = saved.Value.Stamp;
            // What is shown beside the typed texts is what is saved now.
            found = await workbench.FindAsync(set, target, origin, source, cancel) ?? found;
        }

        var isConflict = problem == SaveDraft.Stale;
        return Page(await ViewAsync(found, typed, cancel) with
        {
            SaysTheSame = same,
            Own = own,
            Follows = follows,
            Problem = problem,
            IsConflict = isConflict,
            Focus = focus,
            // Whoever has read what the other saved may save again.
            Stamps = isConflict ? (found.Target?.Item.Stamp, found.Set.Stamp) : (stamp, setStamp),
        });
    }

    /// <summary>The buttons of a row: they change what is typed and save nothing.</summary>
    /// <returns>The row that was changed; null for the button that saves.</returns>
    async Task<string?> PressAsync(string pressed, Dictionary<string, string> typed, WorkbenchText found, CancellationToken cancel)
    {
        if (pressed.Split(' ', 3) is not [var what and ("copy" or "term"), var number, var id] || found.Draft.Rows.FirstOrDefault(r => r.Id == id) is not { SourceText: { } sourceText } row) return null;

        var value = typed.GetValueOrDefault(id, row.Stored);
        if (what == "copy") typed[id] = sourceText;
        else if (int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) && (await WordsAsync(found, cancel)).In(sourceText).ElementAtOrDefault(index) is { } hint) typed[id] = value.Length == 0 || char.IsWhiteSpace(value[^1]) ? value + hint.Translation : $"{value} {hint.Translation}";
        return id;
    }

    async Task<WorkbenchView> ViewAsync(WorkbenchText found, IReadOnlyDictionary<string, string> typed, CancellationToken cancel) =>
        new(found, await WordsAsync(found, cancel), await shared.OfAsync(found.Type, found.Set, Culture.Current, cancel), typed) { MayRequestReview = Review is not null };

    async Task<GlossaryWords> WordsAsync(WorkbenchText found, CancellationToken cancel) => new(await glossary.AllAsync(cancel), found.Source.Culture.Code, found.Culture.Code);

    /// <summary>There is no other language to translate from: the text itself is the way on.</summary>
    async Task<IActionResult> NothingToTranslateAsync(string set, Culture target, CancellationToken cancel)
    {
        var items = await workbench.ItemsAsync(set, cancel);
        if (items.FirstOrDefault(i => i.Item.Culture == target.Code) is not { } only) return NotFound();
        return RedirectToAction("Edit", "ContentEditor", new { id = only.Item.ContentItemId });
    }

    ViewResult Page(WorkbenchView view)
    {
        frame.Title = text["Translate: {0}", view.Text.SourceVersion.DisplayText];
        frame.Breadcrumbs.Add(new(text["Translations"], "/admin/translations"));
        if (view.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Show", view);
    }

    /// <param name="done">English message id.</param>
    RedirectToActionResult Done(string set, Culture target, Culture origin, string done)
    {
        TempData[Saved] = text[done].Value;
        return RedirectToAction(nameof(Show), new { set, culture = target.Code, from = origin.Code });
    }

    /// <summary>Whoever saves a translation changes the set: the permission on all of it is needed.</summary>
    bool MayTranslate(WorkbenchText found) => found.Target is { } target ? access.MayEdit(target.Item) && access.MayView(found.Source.Item) : found.Items.All(i => access.MayEdit(i.Item));

    HashSet<string> Chosen(string name) => Request.Form[name].OfType<string>().ToHashSet(StringComparer.Ordinal);

    static HashSet<string> OwnOf(WorkbenchText found) => TypeTexts.Of(found.Type).Own
        .Where(o => (bool?)(found.TargetContent?[o.Part] as System.Text.Json.Nodes.JsonObject)?[o.Field]?[nameof(BooleanField.Value)] == true)
        .Select(o => $"{o.Part}.{o.Field}").ToHashSet(StringComparer.Ordinal);

    static readonly Dictionary<string, string> Nothing = [];

    static Culture? In(string? code) => Culture.ContentCultures.FirstOrDefault(c => c.Code == code);
}
