using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Content;
using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>Where a page can be read that does not exist in the reader's culture.</summary>
public sealed record MissingTranslationView(IReadOnlyList<MissingTranslationView.Choice> Choices)
{
    public sealed record Choice(Culture Culture, string Title, string Href);
}

/// <summary>Says that a page is not there in the reader's culture, and offers the cultures it has. Never shows another language in its place.</summary>
public sealed class MissingTranslationController(SiblingAddresses siblings, ContentTypes types, PageFrame frame) : Controller
{
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var route = ContentRoute.Of(HttpContext);
        var found = await siblings.OfAsync(route.Set, cancel);
        frame.InCulturesOf(found, route.Set, c => types.Find(route.ContentType)?.SlugIn(c));
        frame.NoIndex = true;
        frame.Title = string.Join(" · ", found.Select(s => s.Title).Distinct(StringComparer.Ordinal));

        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("MissingTranslation", new MissingTranslationView([.. from culture in Culture.All
                                                                          from sibling in found
                                                                          where sibling.Culture == culture.ContentCode
                                                                          let title = culture.IsRendering ? Transliterator.ToLatin(sibling.Title) : sibling.Title
                                                                          select new MissingTranslationView.Choice(culture, title, $"/{culture.Code}/{sibling.Path}")]));
    }
}
