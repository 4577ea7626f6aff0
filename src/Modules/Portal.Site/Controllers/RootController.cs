using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;

namespace Portal.Site.Controllers;

/// <summary>Leads from addresses without a culture to the visitor's own. Never kept anywhere: the answer is this visitor's.</summary>
public sealed class RootController(CurrentUser user, SiteSettings settings) : Controller
{
    [HttpGet("/"), HttpHead("/")]
    public async Task<IActionResult> Index()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.Vary = "Accept-Language, Cookie";
        return LocalRedirect($"/{CultureChoice.For(Request, user, (await settings.AtAsync("LocalizationSettings.DefaultCulture"))?.ToString()).Code}");
    }

    /// <summary>The picker: remembers the choice on this device and goes on to the page.</summary>
    /// <param name="to">A page of this site; anything else leads to the home page.</param>
    [HttpGet("/choose-culture")]
    public IActionResult ChooseCulture(string? culture, string? to)
    {
        if (!Culture.TryFrom(culture, out var chosen)) return NotFound();

        CultureChoice.Keep(HttpContext, chosen);
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect(to is not null && Url.IsLocalUrl(to) ? to : $"/{chosen.Code}");
    }
}
