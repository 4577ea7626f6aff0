using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Translations.Models;
using Portal.Translations.Queries;

namespace Portal.Translations.Controllers;

/// <summary>The board: every text of the site and how it stands in each language.</summary>
[Admin, RequiresPermission("ListContent"), Route("/admin/translations")]
public sealed class TranslationsController(TranslationBoard board, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Board(BoardFilter filter, CancellationToken cancel)
    {
        frame.Title = text["Translations"];
        return View(await board.RunAsync(filter, cancel));
    }
}
