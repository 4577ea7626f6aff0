using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Moderation.Actions;
using Portal.Moderation.Attachments;
using Portal.Moderation.Models;
using Portal.Moderation.Offline;
using Portal.Moderation.Queries;
using Portal.Moderation.ViewModels;

namespace Portal.Moderation.Controllers;

/// <summary>Where staff enter what came on paper, at meetings or by e-mail: one at a time. What was entered gives slips to print.</summary>
[Admin(Under = "/admin/consultations/entries"), Authorize, AutoValidateAntiforgeryToken, RequiresPermission("EnterSubmissions"), Route("admin/consultations"), ResponseCache(NoStore = true)]
public sealed class EntriesController(
    OfflineEntries entries, EnterSubmission enter, Tickets tickets, CleanFile cleaning, HeldFiles held, ContentNames names, SlipWords slips, IEnumerable<IPaperForm> papers, PageFrame frame, IOptions<ParticipationSettings> settings, TimeProvider clock, IStringLocalizer T) : Controller
{
    /// <summary>What a request may carry, in bytes: what was typed, with a scanned form.</summary>
    const long LargestRequest = 32 * 1024 * 1024;

    [HttpGet("entries")]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        frame.Title = T["Paper, meetings, e-mail"];
        return View(await entries.OpenAsync(Culture.Current, cancel));
    }

    [HttpGet("{id}/entries")]
    public async Task<IActionResult> Overview(string id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } consultation) return NotFound();
        frame.Title = T["Paper, meetings, e-mail"];
        return View(new EntriesView(consultation, await entries.NewestAsync(consultation.Facts.Set, cancel), LargestMegabytes, await PaperAsync(consultation, new(), [], cancel) is not null));
    }

    [HttpGet("{id}/entries/new")]
    public async Task<IActionResult> Enter(string id, string? channel, string? receivedOn, string? language, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } consultation ? await FormAsync(consultation, new() { Channel = channel, ReceivedOn = receivedOn, Language = language }, cancel) : NotFound();

    [HttpPost("{id}/entries/new"), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Enter(string id, EntryForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } consultation) return NotFound();
        await HoldAsync(form, cancel);
        if (!ModelState.IsValid) return await RefusedAsync(consultation, form, StatusCodes.Status400BadRequest, cancel);
        var outcome = await enter.RunAsync(InputOf(form, consultation.Facts.Set), cancel);
        if (outcome.Problem is not { } problem) return await SlipsAsync(consultation, [outcome.Value], "new" + Alike(form), cancel);
        problem.AddTo(ModelState, T);
        return await RefusedAsync(consultation, form, ProblemResults.StatusOf(problem.Kind), cancel);
    }

    /// <summary>A questionnaire that was answered on paper.</summary>
    [HttpGet("{id}/entries/answers")]
    public async Task<IActionResult> Answers(string id, string? channel, string? receivedOn, string? language, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } consultation) return NotFound();
        var form = new EntryForm { Channel = channel, ReceivedOn = receivedOn, Language = language };
        return await PaperAsync(consultation, form, [], cancel) is { } paper ? await FormAsync(consultation, form, cancel, paper) : NotFound();
    }

    [HttpPost("{id}/entries/answers"), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Answers(string id, EntryForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } consultation || papers.FirstOrDefault() is not { } questionnaire) return NotFound();
        await HoldAsync(form, cancel);
        var filled = await questionnaire.ReadAsync(consultation.Facts.Set, LanguageOf(form), Request.Form, cancel);
        var input = InputOf(form, consultation.Facts.Set) with { SectionId = null, DisplayName = null, AboutYou = null, Body = "" };
        if (filled.Problem is { } wrong)
        {
            // All that is wrong is said at once, whether in the answers or beside them.
            wrong.AddTo(ModelState, T);
            if (OfflineRules.Check(input, null, consultation.Facts, clock.UtcNow) is { Count: > 0 } besides) Cms.Problem.Invalid(besides).AddTo(ModelState, T);
        }

        if (ModelState.IsValid)
        {
            var outcome = await enter.RunAsync(input with { Body = filled.Value.Body, Enclosed = filled.Value.Enclosed }, cancel);
            if (outcome.Problem is not { } problem) return await SlipsAsync(consultation, [outcome.Value], "answers" + Alike(form), cancel);
            problem.AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        if (ModelState.ContainsKey("ticket")) form.Ticket = null;
        return await PaperAsync(consultation, form, filled.Problem?.Errors ?? [], cancel) is { } paper ? await FormAsync(consultation, form, cancel, paper) : NotFound();
    }

    int LargestMegabytes => (int)(settings.Value.LargestFile / 1024 / 1024);

    async Task<EnteredConsultation?> FindAsync(string id, CancellationToken cancel)
    {
        if (await entries.FindAsync(id, Culture.Current, cancel) is not { } consultation) return null;
        consultation.StandsIn(frame, T);
        return consultation;
    }

    async Task HoldAsync(EntryForm form, CancellationToken cancel)
    {
        if (form.Scan is not { Length: > 0 } scan) return;
        var cleaned = await cleaning.RunAsync(scan, cancel);
        if (cleaned.Problem is { } refused) foreach (var error in refused.Errors) ModelState.AddModelError("scan", T[error.Message, error.Args]);
        else form.Held = held.Write(cleaned.Value);
    }

    async Task<PaperForm?> PaperAsync(EnteredConsultation consultation, EntryForm form, IReadOnlyList<FieldError> errors, CancellationToken cancel) =>
        papers.FirstOrDefault() is { } paper ? await paper.ShowAsync(consultation.Facts.Set, LanguageOf(form), Request.HasFormContentType ? Request.Form : null, errors, cancel) : null;

    static Culture LanguageOf(EntryForm form) => Culture.TryFrom(form.Language, out var said) ? said : Culture.Current;

    async Task<IActionResult> FormAsync(EnteredConsultation consultation, EntryForm form, CancellationToken cancel, PaperForm? paper = null)
    {
        form.Ticket ??= tickets.Issue(consultation.Facts.Set, EnterSubmission.TicketPlace, null);
        form.Held = held.Read(form.Held is { Length: > 0 } note ? [note] : []) is [var file, ..] ? form.Held : null;
        frame.Title = paper is null ? T["Enter a contribution"] : T["Enter an answered questionnaire"];
        foreach (var name in new[] { nameof(form.Ticket), nameof(form.Held) }) ModelState.Remove(name);
        return View("New", new NewEntryView(consultation, form, await names.AllAsync("Municipality", Culture.Current, cancel), form.Held is null ? null : held.Read([form.Held])![0], LargestMegabytes) { Paper = paper });
    }

    Task<IActionResult> RefusedAsync(EnteredConsultation consultation, EntryForm form, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        if (ModelState.ContainsKey("ticket")) form.Ticket = null;
        return FormAsync(consultation, form, cancel);
    }

    static EnterSubmission.Input InputOf(EntryForm form, string set) => new(
        set, form.Ticket, 1, form.Channel ?? "", DateOnly.TryParseExact(form.ReceivedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, form.Language ?? "", Blank(form.SectionId), form.Body ?? "",
        form.DisplayName, form.OnBehalfOf, form.Email, form.Agreed is not null, form.Held)
    {
        AboutYou = new() { SubmissionId = "", AgeBand = Blank(form.AgeBand), Gender = Blank(form.Gender), Community = Blank(form.Community), MunicipalitySet = Blank(form.Municipality) },
    };

    async Task<IActionResult> SlipsAsync(EnteredConsultation consultation, IReadOnlyList<EnterSubmission.Outcome> entered, string next, CancellationToken cancel)
    {
        frame.Title = T["Receipts to hand out"];
        return View("Slips", await slips.OfAsync(consultation, entered, next, cancel));
    }

    /// <summary>The next one came the same way on the same day, more often than not.</summary>
    static string Alike(EntryForm form) => QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal) { ["channel"] = form.Channel, ["receivedOn"] = form.ReceivedOn, ["language"] = form.Language }).Value ?? "";

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
