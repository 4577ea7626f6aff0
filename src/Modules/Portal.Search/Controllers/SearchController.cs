using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Search.Models;
using Portal.Search.Queries;

namespace Portal.Search.Controllers;

/// <param name="Problem">Why nothing was looked for, in the reader's language.</param>
/// <param name="Answer">Null where nothing was looked for.</param>
public sealed record SearchView(string Typed, string? Type, string? Problem, SearchAnswer? Answer, ContentTypes Types)
{
    /// <summary>By set, what a type itself shows under the title: to whom a recommendation is addressed, where a debate is.</summary>
    public IReadOnlyDictionary<string, EntryDetail> Details { get; init; } = new Dictionary<string, EntryDetail>(StringComparer.Ordinal);
}

/// <summary>The search page. It is not kept: anybody could fill the cache with invented words.</summary>
public sealed class SearchController(PageFrame frame, ContentTypes types, ContentEntries entries, IStringLocalizer text) : Controller
{
    const int PageSize = 10;

    [HttpGet, HttpHead]
    public async Task<IActionResult> Show([FromServices] SearchPage query, string? q, string? type, CancellationToken cancel, int page = 1)
    {
        var typed = q?.Trim() ?? "";
        if (!ModelState.IsValid || page is < 1 or > SearchInput.MostItems / PageSize || (type is not null && types.Find(type) is null)) return NotFound();

        var culture = Culture.Current;
        frame.Breadcrumbs.Add(new(text["Home"], $"/{culture.Code}"));
        frame.Title = text["Search"];
        if (typed.Length == 0)
        {
            frame.Description = text["Looks through everything that is published here, in all languages."];
            frame.InEveryCulture(SearchAddress.In);
            return View(new SearchView("", null, null, null, types));
        }

        // What somebody looked for is no page of this site.
        frame.NoIndex = true;
        var input = SearchInput.Read(typed, culture, type, page, PageSize);
        if (input.Problem is { } refused)
        {
            frame.InEveryCulture(SearchAddress.In);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new SearchView(typed, type, string.Join(' ', refused.Errors.Select(e => text[e.Message, e.Args].Value)), null, types));
        }

        var answer = await query.RunAsync(input.Value, cancel);
        if (answer.Problem is not null) return NotFound();

        frame.Title = $"{typed} – {text["Search"]}";
        frame.InEveryCulture(c => SearchAddress.For(c, typed, type));
        var details = await entries.DetailsAsync(answer.Value.Items.Select(i => (i.ContentType, i.LocalizationSet)), culture, cancel);
        return View(new SearchView(typed, type, null, answer.Value, types) { Details = details });
    }
}
