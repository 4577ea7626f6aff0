using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;
using Microsoft.Extensions.Localization;

namespace Portal.Questionnaires.Controllers;

/// <summary>The draft as citizens will see it, in each culture, to walk through. Nothing is kept or sent: the answers travel in the page.</summary>
[RequiresPermission("ListContent"), SameSiteOnly, Route("{culture:culture}/questionnaire-preview/{contentItemId}"), ResponseCache(NoStore = true)]
public sealed class QuestionnairePreviewController(EditedQuestionnaires questionnaires, Answering answering, ContentAccess access, PageFrame frame, TimeProvider clock, IStringLocalizer T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Start(string contentItemId, CancellationToken cancel)
    {
        if (await AskedAsync(contentItemId, cancel) is not { } asked) return NotFound();
        return Visibility.Of(asked.Form, Nothing).Pages.FirstOrDefault() is { } page ? View("~/Views/Questionnaire/Page.cshtml", Answering.PageOf(asked, page, Nothing, null, [], Say, Pack(Nothing))) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Answer(string contentItemId, [FromForm] string? draft, [FromForm(Name = "do")] string? pressed, CancellationToken cancel)
    {
        if (!Request.HasFormContentType || await AskedAsync(contentItemId, cancel) is not { } asked) return NotFound();

        var typed = TypedPage.Read(asked.Form, Request.Form, Unpack(draft));
        var errors = pressed is "next" or null ? typed.Check(asked.Form, asked.MunicipalitySets) : typed.Errors;
        ModelState.Clear();
        if (errors.Count > 0 && typed.Page is { } refused) return View("~/Views/Questionnaire/Page.cshtml", Answering.PageOf(asked, refused, typed.Answers, q => TypedAnswers.Of(Request.Form, q.Key), errors, Say, draft));

        var stop = Walk.Next(asked.Form, typed.Answers, typed.Page?.Key, [.. typed.Shown.Select(q => q.Key)], pressed ?? "next");
        return stop.Page is { } next
            ? View("~/Views/Questionnaire/Page.cshtml", Answering.PageOf(asked, next, typed.Answers, null, [], Say, Pack(typed.Answers), stop.HasOpenedMore ? QuestionnaireController.OpenedMessage : null))
            : View("~/Views/Questionnaire/Check.cshtml", new CheckAnswersView(asked.Frame, answering.Answered(asked, typed.Answers, [], Say), asked.Published.Version, Pack(typed.Answers), "", new(), false));
    }

    static readonly Dictionary<string, Answer> Nothing = new(StringComparer.Ordinal);

    async Task<Asked?> AskedAsync(string contentItemId, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { Exists: true } edited || !access.MayEdit(edited.Consultation)) return null;

        var (culture, editor) = (Culture.Current, edited.Address);
        frame.PreviewOf = editor;
        frame.NoIndex = true;
        frame.Title = culture.Render(edited.Form.TextsIn(culture.ContentCode).Title);
        frame.Alternates = [.. Culture.All.Select(c => new Alternate(c, $"/{c.Code}/questionnaire-preview/{Uri.EscapeDataString(contentItemId)}", Exists: true))];
        var window = new Milestones(clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime, clock.GetUtcNow().UtcDateTime);
        var facts = new ConsultationFacts(edited.Set, window, Consultation.DefaultZone, [], "guest", false);
        return await answering.AskedAsync(
            new(edited.Set, edited.Version + 1, edited.Form, FormCheck.CulturesOf(edited.Form)), facts,
            new(edited.Set, edited.Title, editor, $"/{culture.Code}/questionnaire-preview/{Uri.EscapeDataString(contentItemId)}", culture, frame.Title, Consultation.DefaultZone, window, IsPreview: true), "", cancel);
    }

    static string Pack(IReadOnlyDictionary<string, Answer> answers) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(answers, FormJson.Options));

    /// <summary>What an editor's own browser sent back: at worst their own preview shows nonsense.</summary>
    static Dictionary<string, Answer> Unpack(string? packed)
    {
        try { return JsonSerializer.Deserialize<Dictionary<string, Answer>>(Encoding.UTF8.GetString(Convert.FromBase64String(packed ?? "")), FormJson.Options) ?? []; }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException) { return []; }
    }

    string Say(FieldError error) => T[error.Message, error.Args];
}
