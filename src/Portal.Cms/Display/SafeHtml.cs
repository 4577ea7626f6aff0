using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>HTML that was written elsewhere, as a page may show it: whatever is not known to be harmless is gone.</summary>
public static class SafeHtml
{
    /// <param name="idPrefix">Put before ids, where several texts stand on one page.</param>
    public static RenderedText Render(string? html, Culture culture, string idPrefix = "")
    {
        if (string.IsNullOrWhiteSpace(html)) return RenderedText.Empty;

        var body = new HtmlParser().ParseDocument(html).Body!;
        HtmlAllowList.Clean(body, idPrefix);
        if (culture.IsRendering) HtmlTransliteration.ToLatin(body);
        return new(new HtmlString(body.InnerHtml), []);
    }
}
