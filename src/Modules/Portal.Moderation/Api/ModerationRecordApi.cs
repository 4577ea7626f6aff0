using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Http;
using Portal.Consultations.Queries;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Api;

/// <summary>The numbers of the public moderation page, for programs.</summary>
static class ModerationRecordApi
{
    public static void MapModerationRecord(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/consultations/{id}").WithTags("Moderation").AllowAnonymous();
        api.MapGet("/moderation", JsonAsync).WithName("GetModerationRecord").WithSummary("How a consultation was moderated, in numbers. Nothing about any person.");
        api.MapGet("/moderation.csv", CsvAsync).WithName("GetModerationRecordCsv").WithSummary("The same as CSV: measure, reason, count.");
    }

    static async Task<Results<Ok<ModerationNumbers>, ProblemHttpResult>> JsonAsync(string id, FindConsultation find, ModerationRecord record, IStringLocalizer T, CancellationToken cancel) =>
        await find.RunAsync(id, cancel) is { } consultation ? TypedResults.Ok(await record.RunAsync(consultation.Set, cancel)) : Problem.NotFound("There is no such consultation.").ToHttp(T);

    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> CsvAsync(string id, FindConsultation find, ModerationRecord record, IStringLocalizer T, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } consultation) return Problem.NotFound("There is no such consultation.").ToHttp(T);
        var numbers = await record.RunAsync(consultation.Set, cancel);
        var csv = new StringBuilder("measure,reason,count\r\n");
        Write(csv, "", numbers);
        if (numbers.Responses is { } responses) Write(csv, "responses-", responses);
        return TypedResults.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "moderation.csv");
    }

    /// <param name="prefix">Of every measure: <c>responses-</c> for answers to the questionnaire.</param>
    static void Write(StringBuilder csv, string prefix, ModerationNumbers n)
    {
        // Measures and keys are words of ours: none needs quoting.
        void Add(string measure, int? count, string reason = "") => csv.Append(prefix).Append(measure).Append(',').Append(reason).Append(',').Append(count?.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        Add("received", n.Received);
        foreach (var by in n.Channels) Add("received-by", by.Count, by.Channel);
        Add("published", n.Published);
        Add("redacted", n.Redacted);
        foreach (var reason in n.DeclinedBy) Add("declined", reason.Count, reason.Key);
        Add("merged", n.Merged);
        Add("withdrawn", n.Withdrawn);
        Add("waiting", n.Waiting);
        Add("expired", n.Expired);
        Add("appeals", n.Appeals);
        Add("appeals-upheld", n.Upheld);
        Add("appeals-reversed", n.Reversed);
        Add("appeals-partly-reversed", n.PartlyReversed);
        Add("appeals-open", n.AppealsOpen);
        Add("reports", n.Reports);
        Add("median-minutes-to-decision", n.MedianMinutes);
    }
}
