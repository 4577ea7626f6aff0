using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Models;
using Portal.Moderation;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;
using Portal.Questionnaires.ViewModels;

namespace Portal.Questionnaires.Controllers;

/// <summary>What was answered: for everybody once the consultation has closed, row by row without anything about people; for its editors at any time. Files are written as they are read: none is too long.</summary>
public sealed class QuestionnaireResultsController(Answering answering, FindForm forms, ResponseRows rows, TimeProvider clock) : Controller
{
    /// <summary>With the mark of its encoding, without which spreadsheets take a file for one of their own country; a cell that a spreadsheet would take for a formula is made text.</summary>
    static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    [HttpGet("{culture:culture}/questionnaire/{consultation}/results"), HttpHead("{culture:culture}/questionnaire/{consultation}/results"), PublicPage]
    public async Task<IActionResult> Results(string consultation, [FromServices] QuestionnaireResults results, [FromServices] ResultWords words, [FromServices] ContentNames names, [FromServices] TermTree terms, [FromServices] PageFrame frame, [FromServices] PageCaching caching, [FromServices] IStringLocalizer T, CancellationToken cancel)
    {
        var culture = Culture.Current;
        if (await ClosedAsync(consultation, cancel) is not { } asked || await results.RunAsync(asked.Consultation.Set, cancel) is not { } counted) return NotFound();

        caching.Tag(Tags.Set(asked.Consultation.Set));
        frame.Title = T["What was answered"];
        frame.Breadcrumbs.Add(new(asked.Frame.ConsultationTitle, asked.Frame.ConsultationHref));
        frame.Alternates = [.. Culture.All.Select(c => new Alternate(c, $"/{c.Code}/questionnaire/{Uri.EscapeDataString(asked.Consultation.Set)}/results", asked.Published.IsIn(c)))];
        var municipalities = (await names.AllAsync("Municipality", culture, cancel)).ToDictionary(m => m.Set, m => m.Name, StringComparer.Ordinal);
        // Of two municipalities that are one now the figures stay apart: added up beside what was shown before, they would tell what a small group said.
        foreach (var (old, now) in await terms.MergedAsync(cancel)) municipalities[old] = municipalities.GetValueOrDefault(now, old);
        return View("~/Views/Questionnaire/Results.cshtml", new ResultsView(asked.Frame, counted.Responses, counted.Declined, [.. counted.Questions.Select(q => words.Of(counted, q, culture, municipalities))]));
    }

    [HttpGet("{culture:culture}/questionnaire/{consultation}/answers.csv"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> PublicCsv(string consultation, CancellationToken cancel) =>
        await ClosedAsync(consultation, cancel) is { } asked ? await CsvAsync(asked.Consultation.Set, ExportReader.Public, cancel) : NotFound();

    [HttpGet("{culture:culture}/questionnaire/{consultation}/answers.json"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> PublicJson(string consultation, CancellationToken cancel) =>
        await ClosedAsync(consultation, cancel) is { } asked ? await JsonAsync(asked.Consultation.Set, ExportReader.Public, cancel) : NotFound();

    [HttpGet("/admin/content/{contentItemId}/questionnaire/responses.csv"), RequiresPermission("ListContent"), ResponseCache(NoStore = true)]
    public Task<IActionResult> EditorsCsv(string contentItemId, [FromServices] EditedQuestionnaires questionnaires, [FromServices] ContentAccess access, [FromServices] CurrentUser user, CancellationToken cancel) =>
        ForEditorsAsync(contentItemId, questionnaires, access, user, CsvAsync, cancel);

    [HttpGet("/admin/content/{contentItemId}/questionnaire/responses.json"), RequiresPermission("ListContent"), ResponseCache(NoStore = true)]
    public Task<IActionResult> EditorsJson(string contentItemId, [FromServices] EditedQuestionnaires questionnaires, [FromServices] ContentAccess access, [FromServices] CurrentUser user, CancellationToken cancel) =>
        ForEditorsAsync(contentItemId, questionnaires, access, user, JsonAsync, cancel);

    async Task<IActionResult> ForEditorsAsync(string contentItemId, EditedQuestionnaires questionnaires, ContentAccess access, CurrentUser user, Func<string, ExportReader, CancellationToken, Task<IActionResult>> write, CancellationToken cancel)
    {
        if (await questionnaires.FindAsync(contentItemId, cancel) is not { Version: > 0 } edited) return NotFound();
        return access.MayEdit(edited.Consultation) ? await write(edited.Set, user.May(ModerationPermissions.Moderate) ? ExportReader.Moderator : ExportReader.Editor, cancel) : Forbid();
    }

    /// <returns>The questionnaire of a consultation whose figures are public; null before it has closed.</returns>
    async Task<Asked?> ClosedAsync(string consultation, CancellationToken cancel) =>
        await answering.FindAsync(consultation, Culture.Current, null, cancel) is { } asked && asked.Consultation.Milestones.PhaseAt(clock.UtcNow) > Phase.Open ? asked : null;

    async Task<IActionResult> CsvAsync(string set, ExportReader reader, CancellationToken cancel)
    {
        var columns = new ExportColumns(await forms.AllAsync(set, cancel), reader);
        Begin("text/csv; charset=utf-8", set, "csv");
        await using var csv = CsvWriter.Create(Response.Body, Csv, leaveOpen: true);
        await csv.WriteRecordAsync(columns.Names, cancel);
        await foreach (var row in rows.OfAsync(set, cancel)) await csv.WriteRecordAsync(columns.Cells(row), cancel);
        return new EmptyResult();
    }

    async Task<IActionResult> JsonAsync(string set, ExportReader reader, CancellationToken cancel)
    {
        var columns = new ExportColumns(await forms.AllAsync(set, cancel), reader);
        Begin("application/json; charset=utf-8", set, "json");
        await JsonSerializer.SerializeAsync(Response.Body, ObjectsAsync(columns, set, cancel), FormJson.Options, cancel);
        return new EmptyResult();
    }

    async IAsyncEnumerable<Dictionary<string, string>> ObjectsAsync(ExportColumns columns, string set, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var names = columns.Names;
        await foreach (var row in rows.OfAsync(set, cancel)) yield return names.Zip(columns.Cells(row)).ToDictionary(StringComparer.Ordinal);
    }

    void Begin(string type, string set, string extension)
    {
        Response.ContentType = type;
        Response.Headers.ContentDisposition = $"attachment; filename=\"answers-{Uri.EscapeDataString(set)}.{extension}\"";
    }
}
