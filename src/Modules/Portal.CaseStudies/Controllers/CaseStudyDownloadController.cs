using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.CaseStudies.Models;
using Portal.CaseStudies.Queries;
using Portal.Cms.Content;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;

namespace Portal.CaseStudies.Controllers;

/// <summary>Any list of case studies as a file, in the reader's language. Written as it is read: no list is too long for it.</summary>
public sealed class CaseStudyDownloadController(CaseStudyRecords records, FigureWords words, ContentTypes types, IStringLocalizer text) : Controller
{
    /// <summary>With the mark of its encoding, without which spreadsheets take a file for one of their own country; a cell that a spreadsheet would take for a formula is made text.</summary>
    static readonly CsvWriterOptions Csv = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    static readonly JsonSerializerOptions Members = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    [HttpGet("/{culture:culture}/case-studies/download.csv")]
    public async Task<IActionResult> AsCsv(CancellationToken cancel)
    {
        if (Chosen(cancel) is not { } chosen) return NotFound();

        Begin("text/csv; charset=utf-8", "csv");
        await using var csv = CsvWriter.Create(Response.Body, Csv, leaveOpen: true);
        await csv.WriteRecordAsync(Heads(), cancel);
        await foreach (var record in chosen) await csv.WriteRecordAsync(Cells(record), cancel);
        return new EmptyResult();
    }

    [HttpGet("/{culture:culture}/case-studies/download.json")]
    public async Task<IActionResult> AsJson(CancellationToken cancel)
    {
        if (Chosen(cancel) is not { } chosen) return NotFound();

        Begin("application/json; charset=utf-8", "json");
        await JsonSerializer.SerializeAsync(Response.Body, chosen, Members, cancel);
        return new EmptyResult();
    }

    IAsyncEnumerable<CaseStudyRecord>? Chosen(CancellationToken cancel) =>
        ListQuery.Read(Request.Query, types.Find(nameof(CaseStudy))!.Listing!) is { Page: 1 } query ? records.OfAsync(query, Culture.Current, Request, cancel) : null;

    void Begin(string type, string extension)
    {
        Response.ContentType = type;
        Response.Headers.ContentDisposition = $"attachment; filename=\"case-studies-{Culture.Current.Code}.{extension}\"";
        Response.Headers.CacheControl = "public, max-age=60";
    }

    string[] Heads() =>
    [
        text["Case study"], text["Where"], text["First day"], text["Last day"], text["Told by"], text["Budget in euro"], text["Found locally in euro"], text["Cost"], text["Who paid"], text["Evidence"],
        text["What it is about"], text["Indicators"], text["Address"],
    ];

    string[] Cells(CaseStudyRecord r) =>
    [
        r.Title, string.Join("; ", r.Municipalities), Iso(r.Started), Iso(r.Ended), r.Organisation, Plain(r.Budget), Plain(r.MatchFunding), text.InContext("CaseStudy.CostBand")[CostBands.NameOf(r.CostBand)], r.FundedBy,
        text.InContext("CaseStudy.EvidenceStrength")[EvidenceStrengths.NameOf(r.EvidenceStrength)], r.Summary, string.Join("\n", r.Indicators.Select(i => $"{i.Name}: {words.Sentence(new(i.Baseline, i.Values, i.Target), i.Unit, Culture.Current)}")), r.Url,
    ];

    /// <summary>A number that every spreadsheet can be told to read: without separators, with a point.</summary>
    static string Plain(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
