using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Display;

namespace Portal.Moderation.Controllers;

/// <summary>Every text that somebody who took part has agreed to.</summary>
public sealed class ConsentController(ConsentTexts texts, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("{culture:culture}/consent"), HttpHead("{culture:culture}/consent"), PublicPage]
    public IActionResult Texts()
    {
        frame.Title = T["What you agree to"];
        frame.InEveryCulture(c => $"/{c.Code}/consent");
        return View(texts.All);
    }
}
