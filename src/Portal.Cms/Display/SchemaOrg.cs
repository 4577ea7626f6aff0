using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Cms.Display;

/// <summary>Says in schema.org's words what a page shows, for programs that read pages (JSON-LD 1.1).</summary>
public sealed class SchemaOrg(SiteSettings settings)
{
    /// <summary>The default encoder escapes what could end the script element.</summary>
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    /// <param name="type">Type of schema.org: <c>Report</c>, <c>Event</c> …</param>
    /// <param name="properties">What the type tells of itself; members that are null are left out.</param>
    /// <returns>JSON that may stand inside a script element as it is.</returns>
    public async Task<string> OfAsync(string type, Culture culture, PublishedItem item, JsonObject properties)
    {
        var root = await settings.BaseUrlAsync();
        var address = $"{root}/{culture.Code}/{item.Path}";
        var said = new JsonObject { ["@context"] = "https://schema.org", ["@type"] = type, ["@id"] = address, ["url"] = address };
        foreach (var (name, value) in properties)
        {
            if (value is not null) said[name] = value.DeepClone();
        }

        if (type is "Organization" or "Place" or "Event" or "DefinedTerm") return said.ToJsonString(Options);

        said["inLanguage"] ??= culture.HtmlLang;
        said["dateModified"] ??= item.ModifiedUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        said["publisher"] ??= new JsonObject { ["@type"] = "Organization", ["name"] = await settings.SiteNameAsync(culture), ["url"] = root + "/" };
        return said.ToJsonString(Options);
    }

    /// <returns>An organisation named on the page.</returns>
    public static JsonObject Organisation(string name, string? url = null) => url is null ? new() { ["@type"] = "Organization", ["name"] = name } : new() { ["@type"] = "Organization", ["name"] = name, ["url"] = url };
}
