using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Settings;

/// <summary>The site's settings, as the recipe step <c>settings</c> writes them: one JSON value per key, unknown keys kept.</summary>
public sealed class SiteSettings(PortalDb db, TaggedCache cache)
{
    /// <summary>The zone of a site that has chosen none.</summary>
    public const string UsualTimeZone = "Europe/Belgrade";

    /// <returns>The value under a key, or null. Shared: do not change it.</returns>
    public async ValueTask<JsonNode?> GetAsync(string name) => (await AllAsync()).GetValueOrDefault(name);

    /// <returns>The value at a path of names with dots between them (<c>Moderation.AlertAfterHours</c>), or null. Shared: do not change it.</returns>
    public async ValueTask<JsonNode?> AtAsync(string path) => SettingPath.Read(await AllAsync(), path);

    /// <summary>Scheme and host under which the public knows the site (<c>BaseUrl</c>), without a slash at its end; empty where nobody set it. What a request says of its host is not to be trusted on a page that is kept.</summary>
    public async ValueTask<string> BaseUrlAsync() => ((string?)await GetAsync("BaseUrl") ?? "").TrimEnd('/');

    /// <summary>The site's name in a culture: <c>SiteNames.{culture}</c>, else <c>SiteName</c>.</summary>
    public async ValueTask<string> SiteNameAsync(Culture culture)
    {
        if ((string?)(await GetAsync("SiteNames"))?[culture.ContentCode] is not { } name) return (string?)await GetAsync("SiteName") ?? "";
        return culture.IsRendering ? Transliterator.ToLatin(name) : name;
    }

    /// <summary>What the site says of itself in a culture: <c>SiteTaglines</c>, <c>SiteOperator</c> and <c>SiteFunding</c>, a text per culture each, and <c>SiteContact</c>. Empty where nobody set it: no language stands in for another.</summary>
    public async ValueTask<SiteWords> WordsAsync(Culture culture) =>
        new(await InAsync("SiteTaglines", culture), await InAsync("SiteOperator", culture), await InAsync("SiteFunding", culture), ((await GetAsync("SiteContact")) as JsonValue)?.ToString() ?? "");

    /// <summary>The culture in which an account is written to: its own, else the one for visitors who ask for none (<c>LocalizationSettings.DefaultCulture</c>).</summary>
    public async ValueTask<Culture> CultureOfAsync(string? own) =>
        Culture.TryFrom(own ?? (await AtAsync("LocalizationSettings.DefaultCulture"))?.ToString(), out var culture) ? culture : Culture.En;

    /// <summary>IANA name of the site's zone (<c>TimeZoneId</c>).</summary>
    public async ValueTask<string> TimeZoneAsync() => (await GetAsync("TimeZoneId")) is JsonValue zone && zone.TryGetValue(out string? named) && Dates.IsZone(named) ? named : UsualTimeZone;

    /// <summary>Codes of all cultures, in the order of <c>LocalizationSettings.SupportedCultures</c>; those that it leaves out come last.</summary>
    public async ValueTask<IReadOnlyList<string>> CultureOrderAsync()
    {
        var set = (await AtAsync("LocalizationSettings.SupportedCultures") as JsonArray)?.Select(c => c?.ToString()).OfType<string>().Where(c => Culture.TryFrom(c, out _)) ?? [];
        return [.. set.Concat(Culture.All.Select(c => c.Code)).Distinct(StringComparer.Ordinal)];
    }

    async ValueTask<string> InAsync(string name, Culture culture) => culture.Render((await GetAsync(name) as JsonObject)?[culture.ContentCode]?.ToString() ?? "");

    ValueTask<Dictionary<string, JsonNode?>> AllAsync() => cache.GetAsync("settings", [Tags.Settings], async () =>
        (await db.Settings.AsNoTracking().ToListAsync()).ToDictionary(s => s.Name, s => JsonNode.Parse(s.Json), StringComparer.Ordinal));
}

/// <summary>What the site says of itself, in the reader's culture. Each may be empty.</summary>
/// <param name="Tagline">One sentence: what this is.</param>
/// <param name="Operator">Who runs it.</param>
/// <param name="Funding">Who pays for it.</param>
/// <param name="Contact">E-mail address, the same in every culture.</param>
public sealed record SiteWords(string Tagline, string Operator, string Funding, string Contact)
{
    public static readonly SiteWords None = new("", "", "", "");
}
