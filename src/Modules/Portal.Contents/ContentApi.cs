using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Contents.Models;
using Portal.Contents.Queries;

namespace Portal.Contents;

/// <summary>The public content API: what anybody can read on the pages, for programs. Any origin may read it.</summary>
public static class ContentApi
{
    public static void MapContentApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/content").WithTags("Content");
        api.MapGet("", ListAsync)
            .WithName("ListContent")
            .WithSummary("Lists published content, newest first")
            .WithDescription("page counts from 1, pageSize goes from 1 to 100 (20 if left out), and only the first 10,000 items can be listed. Without culture, each item comes in every culture it is written in; sr-Latn gives the Serbian items in Latin script. With alias, only the item that has it is listed, or none.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("{contentItemId}", FindAsync)
            .WithName("GetContent")
            .WithSummary("Gives one published item with its parts")
            .WithDescription("contentItemId may be the id of any translation of the item, or of its localization set, or alias: and the alias of one. Without culture, the translation that has this id is given. The parts are as written: sr-Latn is applied to displayText and path only.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    static async Task<Results<Ok<ContentList>, ProblemHttpResult>> ListAsync(
        string? type, string? culture, string? alias, string? page, string? pageSize, PublicContent content, ContentTypes types, IStringLocalizer text, HttpContext http, CancellationToken cancel)
    {
        AnyOrigin(http);
        var input = ContentListInput.Read(type, culture, page, pageSize, types);
        if (input.Problem is { } problem) return problem.ToHttp(text);

        Keep(http, input.Value.Culture);
        return TypedResults.Ok(await content.ListAsync(input.Value with { Alias = string.IsNullOrWhiteSpace(alias) ? null : alias }, cancel));
    }

    static async Task<Results<Ok<PublicContentDocument>, ProblemHttpResult>> FindAsync(
        string contentItemId, string? culture, PublicContent content, IStringLocalizer text, HttpContext http, CancellationToken cancel)
    {
        AnyOrigin(http);
        Culture? asked = null;
        if (!string.IsNullOrEmpty(culture) && !ContentListInput.TryCulture(culture, out asked)) return Problem.Invalid([ContentListInput.UnknownCulture()]).ToHttp(text);

        var found = await content.FindAsync(contentItemId, asked, cancel);
        if (found.Problem is { } problem) return problem.ToHttp(text);

        Keep(http, asked);
        return TypedResults.Ok(found.Value);
    }

    static void AnyOrigin(HttpContext http) => http.Response.Headers.AccessControlAllowOrigin = "*";

    /// <summary>Says that the answer is the same for everybody. A minute is short enough for a phase that changes by itself.</summary>
    static void Keep(HttpContext http, Culture? culture)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        // The caller's own language, which is set for every response, says nothing about what is in this one.
        if (culture is null) http.Response.Headers.Remove("Content-Language");
        else http.Response.Headers.ContentLanguage = culture.HtmlLang;
    }
}
