using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;

namespace Portal.Cms.Settings;

/// <summary>The site's settings, as the recipe step <c>settings</c> writes them: one JSON value per key, unknown keys kept.</summary>
public sealed class SiteSettings(PortalDb db, TaggedCache cache)
{
    /// <returns>The value under a key, or null. Shared: do not change it.</returns>
    public async ValueTask<JsonNode?> GetAsync(string name)
    {
        var all = await cache.GetAsync("settings", [Tags.Settings], async () =>
            (await db.Settings.AsNoTracking().ToListAsync()).ToDictionary(s => s.Name, s => JsonNode.Parse(s.Json), StringComparer.Ordinal));
        return all.GetValueOrDefault(name);
    }

    /// <summary>Scheme and host under which the public knows the site (<c>BaseUrl</c>), without a slash at its end; empty where nobody set it. What a request says of its host is not to be trusted on a page that is kept.</summary>
    public async ValueTask<string> BaseUrlAsync() => ((string?)await GetAsync("BaseUrl") ?? "").TrimEnd('/');

    /// <summary>The site's name in a culture: <c>SiteNames.{culture}</c>, else <c>SiteName</c>.</summary>
    public async ValueTask<string> SiteNameAsync(Culture culture)
    {
        if ((string?)(await GetAsync("SiteNames"))?[culture.ContentCode] is not { } name) return (string?)await GetAsync("SiteName") ?? "";
        return culture.IsRendering ? Transliterator.ToLatin(name) : name;
    }
}
