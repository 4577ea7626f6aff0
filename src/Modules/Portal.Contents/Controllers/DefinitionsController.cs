using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Contents.Actions;
using Portal.Contents.Definitions;
using Portal.Contents.Editing;
using Portal.Contents.ViewModels;

namespace Portal.Contents.Controllers;

/// <summary>Content types, their parts and fields, for administrators.</summary>
[Admin, RequiresPermission("EditContentTypes"), Route("/admin/definitions")]
public sealed class DefinitionsController(DefinedTypes types, ContentTypes known, FormDescriptors descriptors, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public IActionResult List()
    {
        frame.Title = text["Content types"];
        return View(types.All.OrderBy(t => t.NameIn(Culture.Current, text), StringComparer.CurrentCulture).ToList());
    }

    [HttpGet("new")]
    public IActionResult New() => ShowNew(new());

    [HttpPost("new"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Create([FromForm] Dictionary<string, string?> names, [FromForm] Dictionary<string, string?> listNames, [FromForm] string? name, bool hasPages, bool creatable, bool listable, [FromForm] string[] parts, [FromServices] CreateContentType action, CancellationToken cancel)
    {
        var outcome = await action.RunAsync(new(Words(names), Words(listNames), name, hasPages, new(creatable, listable), parts), cancel);
        if (outcome.Problem is { } problem) return ShowNew(new() { Names = Words(names), ListNames = Words(listNames), Name = name, HasPages = hasPages, Flags = new(creatable, listable), Parts = parts, Problem = problem });
        TempData[ContentAdminController.Done] = text["The type is there. Now add its fields."].Value;
        return RedirectToAction(nameof(Type), new { type = outcome.Value });
    }

    [HttpPost("{type}/remove"), ValidateAntiForgeryToken]
    public async Task<IActionResult> RemoveType(string type, [FromServices] RemoveContentType action, CancellationToken cancel)
    {
        var outcome = await action.RunAsync(type, cancel);
        if (outcome.Problem is not null) return Told(outcome, type, "");
        TempData[ContentAdminController.Done] = text["The type was removed."].Value;
        return RedirectToAction(nameof(List));
    }

    [HttpGet("{type}")]
    public IActionResult Type(string type) => types.Find(type) is { } found ? ShowType(found) : NotFound();

    [HttpPost("{type}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> ChangeType(string type, [FromForm] Dictionary<string, string?> names, [FromForm] Dictionary<string, string?> listNames, [FromForm] string[] parts, bool creatable, bool listable, [FromServices] ChangeContentType action, CancellationToken cancel)
    {
        var outcome = await action.RunAsync(new(type, Words(names), Words(listNames), parts, new(creatable, listable)), cancel);
        return Told(outcome, type, "Saved.");
    }

    [HttpPost("{type}/{part}/move"), ValidateAntiForgeryToken]
    public async Task<IActionResult> MovePart(string type, string part, int by, [FromServices] MovePart action, CancellationToken cancel) => Told(await action.RunAsync(new(type, part, by), cancel), type, "Moved.", part);

    [HttpPost("{type}/fields"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Add(string type, string? label, string? fieldType, string? name, [FromServices] AddField action, CancellationToken cancel)
    {
        var added = await action.RunAsync(new(type, fieldType ?? "", label, name), cancel);
        if (added.Problem is { Kind: ProblemKind.Invalid } problem && types.Find(type) is { } found) return ShowType(found, new(label, fieldType, name, problem));
        if (added.Problem is not null) return Told(added, type, "");
        return RedirectToAction(nameof(Field), new { type, part = type, field = added.Value });
    }

    [HttpGet("{type}/{part}/{field}")]
    public IActionResult Field(string type, string part, string field) => Find(type, part, field) is { } view ? ShowField(view) : NotFound();

    [HttpPost("{type}/{part}/{field}"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Change(string type, string part, string field, [FromForm] Dictionary<string, string?> labels, [FromForm] Dictionary<string, string?> hints, bool required, bool shared, bool isLong, string? options, [FromForm] List<ChoiceForm> choices, [FromForm] string[] picks, bool many, bool hidden,
        [FromServices] ChangeField action, [FromServices] ChangeText change, CancellationToken cancel)
    {
        var outcome = Find(type, part, field) is { Field.Kind.Type: FieldKind.OwnText } ? await change.RunAsync(new(type, part, field, Words(labels), Words(hints), hidden), cancel)
            : await action.RunAsync(new(part, field, Words(labels), Words(hints), required, shared, isLong, options, picks, many, [.. choices.Select((c, index) => new FieldChoice(c.Value, Words(c.Names), c.Place ?? index + 1, c.Offered))]), cancel);
        if (outcome.Problem is { Kind: ProblemKind.Invalid } problem && Find(type, part, field) is { } view)
            return ShowField(view with { Problem = problem, Labels = Words(labels), Hints = Words(hints), Options = options ?? "", Choices = choices, IsRequired = required, IsShared = shared, IsLong = isLong, Picks = picks, PicksMany = many, IsHidden = hidden });
        return Told(outcome, type, "Saved.");
    }

    [HttpPost("{type}/{part}/{field}/move"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Move(string type, string part, string field, int by, [FromServices] MoveField action, CancellationToken cancel) => Told(await action.RunAsync(new(type, part, field, by), cancel), type, "Moved.", part);

    [HttpPost("{type}/{part}/{field}/remove"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Remove(string type, string part, string field, [FromServices] RemoveField action, CancellationToken cancel) =>
        Told(await action.RunAsync(new(part, field), cancel), type, "The field was removed. What items hold in it is kept.");

    FieldDefinitionView? Find(string typeName, string partName, string fieldName)
    {
        if (types.Find(typeName) is not { } type || type.Parts.FirstOrDefault(p => p.PartName == partName) is not { } part) return null;
        return descriptors.Of(type).First(p => p.Name == part.Name).Fields.FirstOrDefault(f => f.Name == fieldName) is { } field ? new(type, partName, field) : null;
    }

    ViewResult ShowNew(NewTypeForm typed)
    {
        frame.Title = text["New content type"];
        frame.Breadcrumbs.Add(new(text["Content types"], "/admin/definitions"));
        if (typed.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("New", typed);
    }

    ViewResult ShowType(ContentTypeDefinition type, AddFieldForm? typed = null)
    {
        frame.Title = type.NameIn(Culture.Current, text);
        frame.Breadcrumbs.Add(new(text["Content types"], "/admin/definitions"));
        if (typed is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Type", new TypeDefinitionView(type, descriptors.Of(type), [.. known.OfModules.Where(t => t.Name == type.Name).SelectMany(t => t.Parts).Select(p => p.PartName)], typed ?? new()));
    }

    ViewResult ShowField(FieldDefinitionView view)
    {
        frame.Title = view.Field.LabelIn(text);
        frame.Breadcrumbs.Add(new(text["Content types"], "/admin/definitions"));
        frame.Breadcrumbs.Add(new(view.Type.NameIn(Culture.Current, text), $"/admin/definitions/{view.Type.Name}"));
        if (view.Problem is not null) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Field", view);
    }

    /// <param name="done">English message id.</param>
    /// <param name="part">The part that was worked on: the page is shown from there on.</param>
    RedirectToActionResult Told<T>(Result<T> outcome, string type, string done, string? part = null)
    {
        if (outcome.Problem is { } problem) TempData[ContentAdminController.Refused] = string.Join(" ", [problem.In(text), .. problem.Errors.Select(e => text[e.Message, e.Args].Value)]);
        else TempData[ContentAdminController.Done] = text[done].Value;
        return RedirectToAction(nameof(Type), null, new { type }, part);
    }

    static Dictionary<string, string> Words(Dictionary<string, string?> typed) =>
        Culture.ContentCultures.Where(c => !string.IsNullOrWhiteSpace(typed.GetValueOrDefault(c.Code))).ToDictionary(c => c.Code, c => typed[c.Code]!, StringComparer.Ordinal);
}
