using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;

namespace Portal.Contents.Editing;

/// <summary>Shows a draft on the very page that the public will see: the type's own controller runs, on the latest text. Sections of other modules show what is public.</summary>
public sealed class DraftPage(PublishedContent content, PageFrame frame, IActionDescriptorCollectionProvider actions, IActionInvokerFactory invokers)
{
    /// <summary>The caller has checked that the reader may see the draft.</summary>
    public Task ShowAsync(ActionContext from, ContentTypeDefinition type, ContentItem item)
    {
        var culture = Culture.TryFrom(item.Culture, out var known) ? known : Culture.En;
        var detail = actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>().First(a => a.ControllerName == type.Controller && a.ActionName == "Detail");

        content.Preview(item.ContentItemId);
        frame.PreviewOf = $"/admin/content/{Uri.EscapeDataString(item.ContentItemId)}";
        frame.NoIndex = true;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.FormatCulture;
        from.HttpContext.Items[typeof(ContentRoute)] = new ContentRoute(culture, type.Name, item.ContentItemId, item.LocalizationSet);
        from.HttpContext.Response.Headers.ContentLanguage = culture.HtmlLang;
        from.HttpContext.Response.Headers.CacheControl = "no-store";

        var route = new RouteData(from.RouteData) { Values = { ["controller"] = type.Controller, ["action"] = detail.ActionName } };
        return invokers.CreateInvoker(new(from.HttpContext, route, detail))!.InvokeAsync();
    }
}
