using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;

namespace Portal.Recommendations.Api;

/// <param name="Total">Of all pages.</param>
public sealed record ApiRecommendationList(int Page, int PageSize, int Total, IReadOnlyList<RecommendationRecord> Items);

/// <param name="Kind">status: the institution says; verdict: the organisation sees it as.</param>
/// <param name="Value">Key of the status or the verdict.</param>
/// <param name="SaidBy">Localization set of the organisation that says so.</param>
/// <param name="StatementCulture">Culture code of the statement; the statement is never translated.</param>
public sealed record ApiRecommendationEvent(DateOnly Day, string Kind, string Value, string SaidBy, string Statement, string StatementCulture, string EvidenceUrl, string EvidenceText, DateTime RecordedUtc);

/// <param name="History">Everything that was said, in order; nothing in it is ever changed.</param>
public sealed record ApiRecommendation(RecommendationRecord Recommendation, IReadOnlyList<ApiRecommendationEvent> History);

static class RecommendationApi
{
    const int UsualPage = 20, LargestPage = 100, MostItems = 10_000;

    public static void MapRecommendationApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/recommendations").WithTags("Recommendations").AllowAnonymous();
        api.MapGet("", ListAsync).WithName("ListRecommendations").WithSummary("Published recommendations with where they stand, the newest first; overdue ones the longest waiting first")
            .WithDescription("Narrowed down by addressee, status, verdict, overdue (reply or implementation), theme, municipality, organisation and year. page counts from 1, pageSize goes from 1 to 100 (20 if left out), and only the first 10,000 can be listed. Without culture, the caller's language.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("{id}", GetAsync).WithName("GetRecommendation").WithSummary("One recommendation with its whole history").WithDescription("id is the recommendation's localization set, or the id of any of its translations.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<Results<Ok<ApiRecommendationList>, ProblemHttpResult>> ListAsync(
        HttpContext http, string? culture, string? addressee, string? status, string? verdict, string? overdue, string? theme, string? municipality, string? organisation, string? year, string? page, string? pageSize,
        RecommendationRegister register, RecommendationRecords records, CurrentDeadlines current, IStringLocalizer text, CancellationToken cancel)
    {
        var errors = new List<FieldError>();
        var asked = Asked(culture, errors);
        var size = UsualPage;
        if (!string.IsNullOrEmpty(pageSize) && (!int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > LargestPage)) errors.Add(new("pageSize", "A whole number from {0} to {1}.", 1, LargestPage));
        var query = RegisterFilter.Read(http.Request.Query);
        if (query is null) errors.Add(new("query", "One of the filters has a value that it cannot have."));
        else if (query.Page < 1 || query.Page > MostItems / size) errors.Add(new("page", "A whole number from {0} to {1}.", 1, MostItems / size));
        if (errors.Count > 0) return Problem.Invalid(errors).ToHttp(text);

        var rows = RegisterSelection.Of(await register.AllAsync(cancel), query!, await current.ReadAsync(), asked.ContentCode).Rows;
        var items = await records.OfAsync(rows.Skip((query!.Page - 1) * size).Take(size), asked, http.Request, cancel).ToListAsync(cancel);
        Open(http, asked);
        return TypedResults.Ok(new ApiRecommendationList(query.Page, size, rows.Count, items));
    }

    static async Task<Results<Ok<ApiRecommendation>, ProblemHttpResult>> GetAsync(
        string id, string? culture, HttpContext http, PortalDb db, RecommendationRegister register, RecommendationRecords records, IStringLocalizer text, CancellationToken cancel)
    {
        var errors = new List<FieldError>();
        var asked = Asked(culture, errors);
        if (errors.Count > 0) return Problem.Invalid(errors).ToHttp(text);

        var set = await db.ContentItems.Where(i => i.ContentItemId == id).Select(i => i.LocalizationSet).SingleOrDefaultAsync(cancel) ?? id;
        if (await register.FindAsync(set, cancel) is not { } row) return RecommendationHistory.NoSuchRecommendation.ToHttp(text);
        if (!row.IsIn(asked.ContentCode)) return Problem.NotFound("This recommendation is not available in {0}.", asked.NativeName).ToHttp(text);

        var record = await records.OfAsync([row], asked, http.Request, cancel).FirstAsync(cancel);
        var events = await db.RecommendationEvents.AsNoTracking().Where(e => e.LocalizationSet == set).OrderBy(e => e.Number)
            .Select(e => new ApiRecommendationEvent(e.Day, e.Kind, e.Value, e.SaidBySet, e.Statement, e.StatementCulture, e.EvidenceUrl, e.EvidenceText, e.RecordedUtc)).ToListAsync(cancel);
        Open(http, asked);
        return TypedResults.Ok(new ApiRecommendation(record, events));
    }

    static Culture Asked(string? code, List<FieldError> errors)
    {
        if (string.IsNullOrEmpty(code)) return Culture.Current;
        if (Culture.All.FirstOrDefault(c => c.Code == code) is { } culture) return culture;
        errors.Add(new("culture", "One of {0}.", string.Join(", ", Culture.All.Select(c => c.Code))));
        return Culture.Current;
    }

    /// <summary>Any origin may read what anybody can read.</summary>
    static void Open(HttpContext http, Culture culture)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = "public, max-age=60";
        http.Response.Headers.ContentLanguage = culture.HtmlLang;
    }
}
