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

/// <summary>Where staff enter many contributions, or many answered questionnaires, from one file: it is looked through first, and then entered as a whole or not at all.</summary>
[Admin(Under = "/admin/consultations/entries"), Authorize, AutoValidateAntiforgeryToken, RequiresPermission("EnterSubmissions"), Route("admin/consultations/{id}/entries"), ResponseCache(NoStore = true)]
public sealed class EntryFilesController(
    OfflineEntries entries, EnterSubmissions enter, Tickets tickets, CleanFile cleaning, HeldFiles held, ContentNames names, SlipWords slips, IEnumerable<IPaperForm> papers, PageFrame frame, IOptions<ParticipationSettings> settings, TimeProvider clock, IStringLocalizer T) : Controller
{
    /// <summary>What a request may carry, in bytes: a file with its scanned forms.</summary>
    const long LargestRequest = 128 * 1024 * 1024;

    /// <summary>Scanned forms that come with one file: each is cleaned, which takes a second.</summary>
    const int MostScans = 25;

    /// <summary>What rows of a file are: comments, or forms of another module where the path says so.</summary>
    const string OfComments = "", OfAnswers = "{of:regex(^answers$)}/";

    /// <summary>A file that is read into a consultation.</summary>
    /// <param name="Municipalities">Localization sets by name, in any language.</param>
    sealed record Import(EnteredConsultation Consultation, PaperTable? Table, IReadOnlyDictionary<string, string> Municipalities);

    [HttpGet(OfComments + "import"), HttpGet(OfAnswers + "import")]
    public async Task<IActionResult> Choose(string id, string? of, CancellationToken cancel) => await FindAsync(id, of, cancel) is { } import ? ChoosePage(import, null) : NotFound();

    /// <summary>Shows what a file would enter. Nothing is entered yet.</summary>
    [HttpPost(OfComments + "import"), HttpPost(OfAnswers + "import"), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Look(string id, string? of, IFormFile? file, List<IFormFile>? scans, CancellationToken cancel)
    {
        if (await FindAsync(id, of, cancel) is not { } import) return NotFound();
        if (file is not { Length: > 0 }) return ChoosePage(import, Cms.Problem.Invalid("file", "Choose a file."));
        if (file.Length > EntryFile.Largest) return ChoosePage(import, Cms.Problem.Invalid("file", "The file is larger than {0} MB.", EntryFile.Largest / 1024 / 1024));
        if (scans?.Count > MostScans) return ChoosePage(import, Cms.Problem.Invalid("scans", "At most {0} files can be added.", MostScans));

        var notes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var scan in scans ?? [])
        {
            var cleaned = await cleaning.RunAsync(scan, cancel);
            if (cleaned.Problem is { } refused) return ChoosePage(import, refused with { Errors = [.. refused.Errors.Select(e => e with { Field = "scans" })] });
            notes[Path.GetFileName(scan.FileName)] = held.Write(cleaned.Value);
        }

        using var read = new MemoryStream();
        await file.CopyToAsync(read, cancel);
        return Preview(import, read.ToArray(), tickets.Issue(import.Consultation.Facts.Set, EnterSubmission.TicketPlace, null), notes);
    }

    [HttpPost(OfComments + "import/done"), HttpPost(OfAnswers + "import/done"), RequestSizeLimit(LargestRequest), RequestFormLimits(ValueLengthLimit = 2 * EntryFile.Largest)]
    public async Task<IActionResult> Take(string id, string? of, [FromForm] string? csv, [FromForm] string? ticket, [FromForm] List<string>? heldNames, [FromForm] List<string>? heldNotes, CancellationToken cancel)
    {
        if (await FindAsync(id, of, cancel) is not { } import) return NotFound();
        var bytes = new byte[(csv?.Length ?? 0)];
        if (csv is null || !Convert.TryFromBase64String(csv, bytes, out var length)) return ChoosePage(import, Cms.Problem.Invalid("file", "Choose a file."));

        var notes = (heldNames ?? []).Zip(heldNotes ?? []).ToDictionary(n => n.First, n => n.Second, StringComparer.OrdinalIgnoreCase);
        var read = EntryFile.Read(bytes[..length], ContextOf(import, ticket ?? "", notes));
        if (read.Problem is { } unreadable) return ChoosePage(import, unreadable);
        if (read.Value.Rows.Any(r => r.Errors.Count > 0)) return Preview(import, bytes[..length], ticket ?? "", notes);
        var outcome = await enter.RunAsync([.. read.Value.Rows.Select(r => r.Input)], cancel);
        if (outcome.Problem is { } problem) return ChoosePage(import, problem);
        frame.Title = T["Receipts to hand out"];
        return View("~/Views/Entries/Slips.cshtml", await slips.OfAsync(import.Consultation, outcome.Value, import.Table is null ? "import" : "answers/import", cancel));
    }

    /// <summary>A file to begin with: the names of the columns and one row.</summary>
    [HttpGet(OfComments + "example.csv"), HttpGet(OfAnswers + "example.csv")]
    public async Task<IActionResult> Example(string id, string? of, CancellationToken cancel)
    {
        if (await FindAsync(id, of, cancel) is not { } import) return NotFound();
        var day = import.Consultation.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] row = import.Table is { } table
            ? [day, Channels.Paper, (table.Languages.Contains(Culture.Current) ? Culture.Current : table.Languages[0]).Code, "yes", "", "", "form-001.pdf", .. table.Columns.Select(c => c.Example)]
            : [day, Channels.Paper, Culture.Current.ContentCode, T["What was written on the form"].Value, "yes", "1", "", "", "", "", "", "", "", "form-001.pdf"];
        // Spreadsheets of the region divide cells by semicolons.
        var text = string.Join(';', EntryFile.ColumnsOf(import.Table)) + "\r\n" + string.Join(';', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", import.Table is null ? "entries.csv" : "answers.csv");
    }

    /// <returns>Null where there is no such consultation, or it has no such form.</returns>
    async Task<Import?> FindAsync(string id, string? of, CancellationToken cancel)
    {
        if (await entries.FindAsync(id, Culture.Current, cancel) is not { } consultation) return null;
        var municipalities = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in Culture.All)
        {
            foreach (var place in await names.AllAsync("Municipality", culture, cancel)) municipalities.TryAdd(place.Name, place.Set);
        }

        var table = of is null || papers.FirstOrDefault() is not { } paper ? null : await paper.TableAsync(consultation.Facts.Set, municipalities, cancel);
        if (of is not null && table is null) return null;
        consultation.StandsIn(frame, T);
        return new(consultation, table, municipalities);
    }

    ViewResult ChoosePage(Import import, Problem? problem)
    {
        frame.Title = import.Table is null ? T["Enter many from a file"] : T["Enter many answered questionnaires from a file"];
        if (problem is not null)
        {
            problem.AddTo(ModelState, T);
            Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        }

        return View("~/Views/Entries/Import.cshtml", new ImportView(import.Consultation, import.Table, settings.Value.LargestFile / 1024 / 1024));
    }

    ViewResult Preview(Import import, byte[] file, string ticket, Dictionary<string, string> notes)
    {
        var read = EntryFile.Read(file, ContextOf(import, ticket, notes));
        if (read.Problem is { } problem) return ChoosePage(import, problem);
        frame.Title = T["What the file would enter"];
        var (rows, unread) = (read.Value.Rows, read.Value.Unread);
        if (rows.Any(r => r.Errors.Count > 0)) Response.StatusCode = StatusCodes.Status400BadRequest;
        List<string> unused = [.. notes.Keys.Where(name => rows.All(r => !r.Scan.Equals(name, StringComparison.OrdinalIgnoreCase)))];
        return View("~/Views/Entries/Preview.cshtml", new ImportPreview(import.Consultation, import.Table, rows, Convert.ToBase64String(file), ticket, notes, unused, unread));
    }

    EntryContext ContextOf(Import import, string ticket, Dictionary<string, string> notes) => new(import.Consultation.Facts, ticket, clock.UtcNow, import.Municipalities, notes) { Table = import.Table };
}
