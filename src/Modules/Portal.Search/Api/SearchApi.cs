using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Search.Excerpts;
using Portal.Search.Models;
using Portal.Search.Queries;

namespace Portal.Search.Api;

/// <param name="Path">Address of the page, from the root.</param>
/// <param name="Excerpt">Some lines of the text, divided at the words that were looked for.</param>
public sealed record FoundContent(string ContentItemId, string LocalizationSet, string ContentType, string DisplayText, string Culture, string Path, IReadOnlyList<Segment> Excerpt);

/// <param name="Total">How many items there are on all pages.</param>
/// <param name="CountByType">How many were found of each content type, whichever was asked for.</param>
/// <param name="IsWhole">False: the words are so common that only the newest texts were looked at.</param>
public sealed record SearchList(IReadOnlyList<FoundContent> Items, int Page, int PageSize, int Total, IReadOnlyDictionary<string, int> CountByType, bool IsWhole);

/// <summary>The search for programs. Any origin may read it.</summary>
static class SearchApi
{
    const int UsualPage = 20, LargestPage = 50;

    public static void MapSearchApi(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/search", FindAsync).WithTags("Content")
        .WithName("Search")
        .WithSummary("Finds published content by its words")
        .WithDescription("Every word of q has to stand in the text; script, diacritics and case make no difference, and words of four letters or more also find longer ones. Each item comes once, in the culture asked for (en if left out) where it was found in it, else in another; those in it come first. page counts from 1, pageSize goes from 1 to 50 (20 if left out).")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<Ok<SearchList>, ProblemHttpResult>> FindAsync(
        string? q, string? culture, string? type, string? page, string? pageSize, SearchPage search, ContentTypes types, IStringLocalizer text, HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var errors = new List<FieldError>();
        var size = Number("pageSize", pageSize, UsualPage, LargestPage);
        var number = Number("page", page, 1, SearchInput.MostItems / size);
        var shownIn = string.IsNullOrEmpty(culture) ? Culture.En : Culture.All.FirstOrDefault(c => c.Code == culture);
        if (shownIn is null) errors.Add(new("culture", "One of {0}.", string.Join(", ", Culture.All.Select(c => c.Code))));
        if (!string.IsNullOrEmpty(type) && types.Find(type) is null) errors.Add(new("type", "There is no content type {0}.", type));

        var input = SearchInput.Read(q?.Trim() ?? "", shownIn ?? Culture.En, string.IsNullOrEmpty(type) ? null : type, number, size);
        if (input.Problem is { } wrong) errors.AddRange(wrong.Errors);
        if (errors.Count > 0) return Problem.Invalid(errors).ToHttp(text);

        var found = await search.RunAsync(input.Value, cancel);
        if (found.Problem is { } problem) return problem.ToHttp(text);

        // The items may be in several languages.
        http.Response.Headers.Remove("Content-Language");
        var answer = found.Value;
        return TypedResults.Ok(new SearchList([.. answer.Items.Select(Of)], number, size, answer.Total, answer.CountByType, answer.IsWhole));

        int Number(string field, string? typed, int usual, int most)
        {
            if (string.IsNullOrEmpty(typed)) return usual;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most) return value;
            errors.Add(new(field, "A whole number from {0} to {1}.", 1, most));
            return usual;
        }
    }

    static FoundContent Of(FoundItem item) =>
        new(item.ContentItemId, item.LocalizationSet, item.ContentType, string.Concat(item.Title.Select(s => s.Text)), item.ShownIn.Code, item.Path, item.Excerpt);
}
