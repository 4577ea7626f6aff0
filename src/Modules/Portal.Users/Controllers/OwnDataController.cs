using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Sessions;

namespace Portal.Users.Controllers;

/// <summary>What is kept about the person who is signed in: to be taken along, and to be erased.</summary>
[Authorize, PrivatePage, Route("account/data"), ResponseCache(NoStore = true)]
public sealed class OwnDataController(IEnumerable<IPersonalData> kept, PersonalDataFile file, CurrentUser user, PageFrame frame, IStringLocalizer text) : Controller
{
    [HttpGet("")]
    public IActionResult Show() => Page(isErased: false);

    [HttpPost("download"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Download(CancellationToken cancel)
    {
        var all = new JsonObject();
        foreach (var module in kept)
        {
            if (await module.OfAccountAsync(user.Id!, cancel) is { } own) all[module.Name] = own;
        }

        return File(file.Zip(text["What we keep about you"], all), "application/zip", "data.zip");
    }

    [HttpPost("erase"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Erase([FromServices] EraseOwnData erase, bool sure, CancellationToken cancel)
    {
        if ((await erase.RunAsync(sure, cancel)).Problem is not { } problem) return Page(isErased: true);
        problem.AddTo(ModelState, text);
        Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return Page(isErased: false);
    }

    ViewResult Page(bool isErased)
    {
        frame.Title = text["What we keep about you"];
        return View("Show", isErased);
    }
}
