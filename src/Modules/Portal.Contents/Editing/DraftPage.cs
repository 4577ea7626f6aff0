using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Contents.Queries;

namespace Portal.Contents.Editing;

/// <summary>Shows a draft on the very page that the public will see: the type's own controller runs, on the latest text. Sections of other modules show what is public.</summary>
public sealed class DraftPage(PublishedContent content, PageFrame frame, IActionDescriptorCollectionProvider actions, IActionInvokerFactory invokers)
{
    /// <summary>The caller has checked that the reader may see the draft.</summary>
    /// <param name="script">Code of a culture that renders the item's own; null = as it is written.</param>
    public Task ShowAsync(ActionContext from, ContentTypeDefinition type, EditedView edited, string? script)
    {
        var item = edited.Item;
        var culture = CultureOf(item, script);
        var detail = actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>().First(a => a.ControllerName == type.Controller && a.ActionName == "Detail");

        content.Preview(item.ContentItemId);
        frame.PreviewOf = $"/admin/content/{Uri.EscapeDataString(item.ContentItemId)}";
        frame.NoIndex = true;
        AddCultures(edited, culture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.FormatCulture;
        from.HttpContext.Items[typeof(ContentRoute)] = new ContentRoute(culture, type.Name, item.ContentItemId, item.LocalizationSet);
        from.HttpContext.Response.Headers.ContentLanguage = culture.HtmlLang;
        from.HttpContext.Response.Headers.CacheControl = "no-store";

        var route = new RouteData(from.RouteData) { Values = { ["controller"] = type.Controller, ["action"] = detail.ActionName } };
        return invokers.CreateInvoker(new(from.HttpContext, route, detail))!.InvokeAsync();
    }

    static Culture CultureOf(ContentItem item, string? script)
    {
        var own = Culture.TryFrom(item.Culture, out var known) ? known : Culture.En;
        return Culture.TryFrom(script ?? "", out var asked) && asked.ContentCode == own.Code ? asked : own;
    }

    void AddCultures(EditedView edited, Culture shown)
    {
        foreach (var culture in Culture.All)
        {
            var id = edited.Item.Culture == culture.ContentCode ? edited.Item.ContentItemId : edited.Siblings.FirstOrDefault(s => s.Culture == culture.ContentCode)?.ContentItemId;
            if (id is not null) frame.PreviewLinks.Add(new(culture.NativeName, $"/admin/content/{Uri.EscapeDataString(id)}/preview{(culture.IsRendering ? "?in=" + culture.Code : "")}", culture == shown));
        }
    }
}
