using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Controllers;

/// <summary>Any list of recommendations as a file, in the reader's language. Written as it is read: no list is too long for it.</summary>
public sealed class DownloadController(RecommendationRegister register, RecommendationRecords records, CurrentDeadlines current, IStringLocalizer text) : Controller
{
    /// <summary>With the mark of its encoding, without which spreadsheets take a file for one of their own country; a cell that a spreadsheet would take for a formula is made text.</summary>
    static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    static readonly JsonSerializerOptions Members = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    [HttpGet("/{culture:culture}/recommendations/download.csv")]
    public async Task<IActionResult> AsCsv(CancellationToken cancel)
    {
        if (await ChosenAsync(cancel) is not { } chosen) return NotFound();

        Begin("text/csv; charset=utf-8", "csv");
        await using var csv = CsvWriter.Create(Response.Body, Csv, leaveOpen: true);
        await csv.WriteRecordAsync(Heads(), cancel);
        await foreach (var record in chosen) await csv.WriteRecordAsync(Cells(record), cancel);
        return new EmptyResult();
    }

    [HttpGet("/{culture:culture}/recommendations/download.json")]
    public async Task<IActionResult> AsJson(CancellationToken cancel)
    {
        if (await ChosenAsync(cancel) is not { } chosen) return NotFound();

        Begin("application/json; charset=utf-8", "json");
        await JsonSerializer.SerializeAsync(Response.Body, chosen, Members, cancel);
        return new EmptyResult();
    }

    async Task<IAsyncEnumerable<RecommendationRecord>?> ChosenAsync(CancellationToken cancel)
    {
        if (RegisterFilter.Read(Request.Query) is not { Page: 1 } query) return null;

        var selection = RegisterSelection.Of(await register.AllAsync(cancel), query, await current.ReadAsync(), Culture.Current.ContentCode);
        return records.OfAsync(selection.Rows, Culture.Current, Request, cancel);
    }

    void Begin(string type, string extension)
    {
        Response.ContentType = type;
        Response.Headers.ContentDisposition = $"attachment; filename=\"recommendations-{Culture.Current.Code}.{extension}\"";
        Response.Headers.CacheControl = "public, max-age=60";
    }

    string[] Heads() =>
    [
        text["Recommendation"], text["Addressed to"], text["Asked by"], text["The institution says"], text["Since"], text["The organisation sees it as"], text["Issued on"], text["Reply due"], text["Reply overdue"],
        text["Implementation due"], text["Implementation overdue"], text["Themes"], text["Municipalities"], text["Comes from"], text["Address"],
    ];

    string[] Cells(RecommendationRecord r) =>
    [
        r.Text, Names(r.Addressees), r.AskedBy?.Name ?? "", StatusWords.TryStatus(r.Status, out var status) ? text[StatusWords.NameOf(status)] : r.Status, Iso(r.StatusSince),
        StatusWords.TryVerdict(r.Verdict, out var verdict) ? text[StatusWords.NameOf(verdict)] : r.Verdict, Iso(r.Issued), Iso(r.ReplyDue), YesNo(r.ReplyOverdue), Iso(r.Due), YesNo(r.ImplementationOverdue),
        Names(r.Themes), Names(r.Municipalities), r.Source?.Name ?? "", r.Url,
    ];

    static string Names(IEnumerable<NamedSet> sets) => string.Join("; ", sets.Select(s => s.Name));

    string YesNo(bool value) => value ? text["yes"] : text["no"];

    static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
