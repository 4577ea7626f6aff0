using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Portal.Cms.Localization;
using Portal.Publications.Queries;

namespace Portal.Publications.Models;

/// <summary>An analysis as schema.org's <c>Report</c>, for search engines and reference managers.</summary>
public static class ReportJsonLd
{
    /// <summary>The default encoder writes &lt;, &gt;, &amp; and quotes as \u escapes, so that no title can end the script element.</summary>
    public static IHtmlContent Of(AnalysisView view)
    {
        var report = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Report",
            ["@id"] = view.Address,
            ["url"] = view.Address,
            ["name"] = view.Title,
            ["inLanguage"] = view.Culture.HtmlLang,
        };
        if (view.Abstract.Length > 0) report["abstract"] = view.Abstract;
        if (view.Day is { } day) report["datePublished"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (view.Number.Length > 0) report["reportNumber"] = view.Number;
        if (view.Series is { } series) report["isPartOf"] = new JsonObject { ["@type"] = "CreativeWorkSeries", ["name"] = series.Name };
        if (view.Identifiers.Count > 0) report["identifier"] = new JsonArray([.. view.Identifiers.Select(i => new JsonObject { ["@type"] = "PropertyValue", ["propertyID"] = i.Name, ["value"] = i.Value })]);
        // Whether an author is a person or an organisation is not recorded, so none is claimed.
        if (view.Authors.Count > 0) report["author"] = new JsonArray([.. view.Authors.Select(a => new JsonObject { ["name"] = a.Name })]);
        if (view.Organisation is { } publisher) report["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = publisher.Name };
        if (view.Funding.Length > 0) report["funding"] = new JsonObject { ["@type"] = "Grant", ["description"] = view.Funding };
        if (Licences.AddressOf(view.Licence) is { } licence) report["license"] = licence;
        if (Translations(view) is { Count: > 0 } translations) report["workTranslation"] = translations;
        return new HtmlString(report.ToJsonString(JsonSerializerOptions.Default));
    }

    static JsonArray Translations(AnalysisView view)
    {
        var root = view.Address[..view.Address.IndexOf($"/{view.Culture.Code}/", StringComparison.Ordinal)];
        return [.. from sibling in view.Siblings
                   where sibling.Culture != view.Culture.ContentCode && Culture.TryFrom(sibling.Culture, out _)
                   select (JsonNode)new JsonObject { ["@type"] = "Report", ["@id"] = $"{root}/{sibling.Culture}/{sibling.Path}", ["inLanguage"] = sibling.Culture, ["name"] = sibling.Title }];
    }
}
