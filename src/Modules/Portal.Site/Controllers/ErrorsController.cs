using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Site.Models;
using Portal.Site.Redirects;

namespace Portal.Site.Controllers;

/// <summary>What readers see instead of a page that failed: in their language, with the same status.</summary>
/// <remarks>Runs in place of any request, whatever its method.</remarks>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(PageFrame frame, IStringLocalizer text) : Controller
{
    [Route("/error/{status:int:range(400,599)}")]
    public async Task<IActionResult> Show([FromServices] OldAddresses oldAddresses)
    {
        // Not as a parameter: nothing is bound from a request whose form cannot be read, and that may be what failed.
        var status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;
        // Nobody's request failed: somebody typed this address.
        if (!failed && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null) status = StatusCodes.Status404NotFound;
        // Nothing answered: perhaps it is an address of former times.
        if (status == StatusCodes.Status404NotFound && await MovedAsync(oldAddresses) is { } moved)
        {
            if (moved.Target is { } target)
            {
                Response.Headers.CacheControl = "no-cache";
                return new RedirectResult(target, permanent: moved.Rule.Status == StatusCodes.Status301MovedPermanently);
            }

            status = StatusCodes.Status410Gone;
        }

        var view = ErrorView.Of(status);

        Response.StatusCode = status;
        Response.Headers.CacheControl = "no-store";
        // Menus and the site's name are in the database, and the database may be what failed: this page stands alone.
        if (failed) return PartialView("Failure", view);

        frame.Title = text[view.Heading];
        frame.NoIndex = true;
        frame.Breadcrumbs.Clear();
        frame.InEveryCulture(c => $"/{c.Code}");
        return View("Error", view);
    }

    /// <returns>Where the address that the visitor asked for leads; null for what only looks like one: a form that was sent, a page of the editors.</returns>
    async Task<RedirectAnswer?> MovedAsync(OldAddresses oldAddresses) =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked && (HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)) && !asked.OriginalPath.StartsWith("/admin", StringComparison.Ordinal)
            ? await oldAddresses.FindAsync(asked.OriginalPath, asked.OriginalQueryString ?? "", HttpContext.RequestAborted) : null;
}
