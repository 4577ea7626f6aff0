using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Editing;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Controllers;

/// <summary>Where a questionnaire is built: pages and questions in order, and a form for each. What is done becomes the draft at once; people answer it when it is published.</summary>
[Admin(Under = "/admin/questionnaires"), RequiresPermission("ListContent"), Route("/admin/content/{contentItemId}/questionnaire"), ResponseCache(NoStore = true)]
public sealed class QuestionnaireEditorController(EditedQuestionnaires questionnaires, ContentAccess access, SaveQuestionnaire save, PageFrame frame, IStringLocalizer T) : Controller
{
    static readonly JsonSerializerOptions Indented = new(FormJson.Options) { WriteIndented = true };

    const string Done = "done", Refused = "refused";

    [HttpGet("")]
    public async Task<IActionResult> Overview(string contentItemId, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { } edited) return NotFound();
        if (!access.MayEdit(edited.Consultation)) return Forbid();

        Frame(edited, null);
        return View(new OverviewView(
            edited, edited.Exists ? FormCheck.Of(edited.Form) : [], FormCheck.CulturesOf(edited.Form), edited.Published is null ? [] : FormChanges.Between(edited.Published, edited.Form), access.MayPublish(edited.Consultation),
            TempData[Done] as string, TempData[Refused] as string));
    }

    /// <param name="pressed">What is done, and to what: <c>up:</c>, <c>down:</c>, <c>copy:</c>, <c>remove:</c> and a question; the same after <c>page-</c> and a page; <c>page-add</c>, <c>add</c>, <c>begin</c>, <c>publish</c>, <c>discard</c>.</param>
    [HttpPost(""), ValidateAntiForgeryToken]
    public async Task<IActionResult> Change(string contentItemId, [FromForm(Name = "do")] string pressed, Guid stamp, string? page, QuestionKind kind, string? title, [FromServices] PublishQuestionnaire publish, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { } edited) return NotFound();
        if (!access.MayEdit(edited.Consultation)) return Forbid();

        if (pressed == "publish")
        {
            var published = await publish.RunAsync(new(edited.Set, stamp), cancel);
            return published.Problem is { } problem ? Back(contentItemId, problem, null) : Back(contentItemId, null, null, T["Version {0} is published. Whoever begins from now on answers it.", published.Value]);
        }

        var (form, key) = Changed(edited, pressed ?? "", page, kind, (title ?? "").Trim());
        if (form is null) return Back(contentItemId, null, null);
        var saved = await save.RunAsync(new(edited.Set, form, stamp), cancel);
        if (saved.Problem is { } refused) return Back(contentItemId, refused, null);
        return pressed == "add" ? RedirectToAction(nameof(Question), new { contentItemId, key }) : pressed == "page-add" ? RedirectToAction(nameof(Page), new { contentItemId, key }) : Back(contentItemId, null, key, pressed == "discard" ? T["The draft is again what people answer now."].Value : null);
    }

    [HttpGet("questions/{key}")]
    public async Task<IActionResult> Question(string contentItemId, string key, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { } edited || edited.Form.Find(key) is not { } question) return NotFound();
        return access.MayEdit(edited.Consultation) ? ShowQuestion(edited, question, edited.Form.Texts.ToDictionary(t => t.Key, t => t.Value.Of(question), StringComparer.Ordinal), null) : Forbid();
    }

    [HttpPost("questions/{key}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Question(string contentItemId, string key, [FromForm(Name = "do")] string? pressed, Guid stamp, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { } edited || edited.Form.Find(key) is not { } before) return NotFound();
        if (!access.MayEdit(edited.Consultation)) return Forbid();

        var errors = new List<FieldError>();
        var (question, texts) = QuestionForm.Read(before, Request.Form, errors);
        var form = texts.Aggregate(edited.Form.With(question), (f, t) => f.WithTexts(t.Key, all => all.Set(key, t.Value)));
        var problem = errors.Count > 0 ? Cms.Problem.Invalid(errors) : (await save.RunAsync(new(edited.Set, form, stamp), cancel)).Problem;
        if (problem is not null) return ShowQuestion(edited with { Stamp = stamp }, question, texts, problem);
        return pressed == "save" || pressed is null ? Back(contentItemId, null, key, T["Saved."]) : RedirectToAction(nameof(Question), null, new { contentItemId, key }, "options");
    }

    [HttpGet("pages/{key}")]
    public async Task<IActionResult> Page(string contentItemId, string key, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { } edited || edited.Form.Pages.FirstOrDefault(p => p.Key == key) is not { } page) return NotFound();
        return access.MayEdit(edited.Consultation) ? ShowPage(edited, page, edited.Form.Texts.ToDictionary(t => t.Key, t => t.Value.Of(page), StringComparer.Ordinal), null) : Forbid();
    }

    [HttpPost("pages/{key}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Page(string contentItemId, string key, Guid stamp, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { } edited || edited.Form.Pages.FirstOrDefault(p => p.Key == key) is not { } before) return NotFound();
        if (!access.MayEdit(edited.Consultation)) return Forbid();

        var (page, texts) = QuestionForm.Read(before, Request.Form);
        var form = texts.Aggregate(edited.Form.With(page), (f, t) => f.WithTexts(t.Key, all => all.Set(key, t.Value)));
        var saved = await save.RunAsync(new(edited.Set, form, stamp), cancel);
        return saved.Problem is { } problem ? ShowPage(edited with { Stamp = stamp }, page, texts, problem) : Back(contentItemId, null, key, T["Saved."]);
    }

    [HttpGet("texts")]
    public async Task<IActionResult> Texts(string contentItemId, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { Exists: true } edited) return NotFound();
        return access.MayEdit(edited.Consultation) ? ShowTexts(edited, edited.Form.Texts, null) : Forbid();
    }

    [HttpPost("texts"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Texts(string contentItemId, Guid stamp, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { Exists: true } edited) return NotFound();
        if (!access.MayEdit(edited.Consultation)) return Forbid();

        var texts = QuestionForm.Read(edited.Form, Request.Form);
        var saved = await save.RunAsync(new(edited.Set, edited.Form with { Texts = texts }, stamp), cancel);
        return saved.Problem is { } problem ? ShowTexts(edited with { Stamp = stamp }, texts, problem) : Back(contentItemId, null, null, T["Saved."]);
    }

    /// <summary>The questionnaire as a recipe that another portal takes in.</summary>
    [HttpGet("recipe.json")]
    public async Task<IActionResult> Recipe(string contentItemId, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { Exists: true } edited) return NotFound();
        if (!access.MayEdit(edited.Consultation)) return Forbid();

        var item = new JsonObject
        {
            ["ContentItemId"] = $"questionnaire-{edited.Set}", ["ContentType"] = nameof(Questionnaire), ["DisplayText"] = edited.Title, ["Latest"] = true, ["Published"] = edited.Published is not null,
            ["Questionnaire"] = new JsonObject { ["Consultation"] = new JsonObject { ["LocalizationSets"] = new JsonArray(edited.Set) }, ["Form"] = JsonNode.Parse(FormJson.Write(edited.Published ?? edited.Form)) },
        };
        var recipe = new JsonObject { ["name"] = $"questionnaire-{edited.Set}", ["displayName"] = edited.Title, ["issetuprecipe"] = false, ["steps"] = new JsonArray(new JsonObject { ["name"] = "Content", ["data"] = new JsonArray(item) }) };
        return File(JsonSerializer.SerializeToUtf8Bytes(recipe, Indented), "application/json", $"questionnaire-{edited.Set}.recipe.json");
    }

    static (Form? Form, string? Key) Changed(EditedQuestionnaire edited, string pressed, string? page, QuestionKind kind, string title)
    {
        var (form, verb, key) = (edited.Form, pressed.Split(':')[0], pressed.Contains(':', StringComparison.Ordinal) ? pressed[(pressed.IndexOf(':', StringComparison.Ordinal) + 1)..] : "");
        switch (verb)
        {
            case "begin": return (new Form().WithPage(out _).WithTexts(Culture.Current.ContentCode, t => t with { Title = edited.Title }), null);
            case "discard": return (edited.Published, null);
            case "page-add": return (form.WithPage(out var pageKey), pageKey);
            case "page-up": return (form.WithPageMoved(key, -1), key);
            case "page-down": return (form.WithPageMoved(key, 1), key);
            case "page-remove": return (form.WithoutPage(key), null);
            case "add" when title.Length > 0: return (form.WithQuestion(page ?? "", kind, title, Culture.Current.ContentCode, out var questionKey), questionKey);
            case "up": return (form.WithQuestionMoved(key, -1), key);
            case "down": return (form.WithQuestionMoved(key, 1), key);
            case "copy": return (form.WithCopyOf(key, out var copyKey), copyKey);
            case "remove": return (form.WithoutQuestion(key), null);
            default: return (null, null);
        }
    }

    static List<Question> Earlier(Form form, string key)
    {
        var asked = form.Pages.TakeWhile(p => p.Key != key).SelectMany(p => p.Questions).ToList();
        return form.Find(key) is null ? asked : [.. form.Questions.TakeWhile(q => q.Key != key)];
    }

    ViewResult ShowQuestion(EditedQuestionnaire edited, Question question, IReadOnlyDictionary<string, QuestionTexts> texts, Problem? problem) =>
        Show("Question", edited, new QuestionEditView(edited, question, texts, Earlier(edited.Form, question.Key), problem) { Sent = problem is null ? null : Request.Form }, Editors.NameOf(edited.Form, question.Key), problem);

    ViewResult ShowPage(EditedQuestionnaire edited, Page page, IReadOnlyDictionary<string, PageTexts> texts, Problem? problem) =>
        Show("Page", edited, new PageEditView(edited, page, texts, Earlier(edited.Form, page.Key), problem), Editors.NameOf(edited.Form, page.Key), problem);

    ViewResult ShowTexts(EditedQuestionnaire edited, IReadOnlyDictionary<string, FormTexts> texts, Problem? problem) => Show("Texts", edited, new TextsEditView(edited, texts, problem), T["Title and introduction"], problem);

    ViewResult Show(string view, EditedQuestionnaire edited, object model, string title, Problem? problem)
    {
        Frame(edited, title);
        ModelState.Clear();
        if (problem is not null) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View(view, model);
    }

    void Frame(EditedQuestionnaire edited, string? below)
    {
        frame.Title = below ?? T["Questionnaire"];
        frame.Breadcrumbs.Add(new(T["Questionnaires"], "/admin/questionnaires"));
        frame.Breadcrumbs.Add(new(edited.Title, $"/admin/content/{Uri.EscapeDataString(edited.Consultation.ContentItemId)}"));
        if (below is not null) frame.Breadcrumbs.Add(new(T["Questionnaire"], edited.Address));
    }

    RedirectToActionResult Back(string contentItemId, Problem? problem, string? key, string? done = null)
    {
        if (problem is not null) TempData[Refused] = problem.Errors.Count == 0 ? problem.In(T) : string.Join(" ", problem.Errors.Select(e => T[e.Message, e.Args].Value));
        else if (done is not null) TempData[Done] = done;
        return RedirectToAction(nameof(Overview), null, new { contentItemId }, key is null ? null : $"k-{key}");
    }
}
