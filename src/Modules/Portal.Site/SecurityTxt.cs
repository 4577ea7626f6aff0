using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Site;

/// <summary><c>/.well-known/security.txt</c> (RFC 9116): whom to tell of a weakness. From the site setting <c>SecurityTxt</c>: <c>Contact</c> (one address or several, as <c>mailto:</c> or <c>https:</c>; a bare e-mail address counts as the former), <c>Expires</c> (when somebody has to look at it again; ISO 8601), and, if wanted, <c>Policy</c>, <c>Encryption</c>, <c>Acknowledgments</c>. Without contact or date there is no such page.</summary>
public static class SecurityTxt
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "SecurityTxt";

    static readonly string[] Further = ["Encryption", "Acknowledgments", "Policy", "Hiring"];

    public static void MapSecurityTxt(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/.well-known/security.txt", [HttpMethods.Get, HttpMethods.Head], async (SiteSettings settings) =>
            Text(await settings.GetAsync(Setting) as JsonObject, await settings.BaseUrlAsync()) is { } text ? Results.Text(text, "text/plain", Encoding.UTF8) : Results.NotFound()).ExcludeFromDescription();

    /// <param name="baseUrl">Scheme and host of the site; empty where nobody set it.</param>
    /// <returns>The file, or null where the setting has no contact or no date.</returns>
    public static string? Text(JsonObject? setting, string baseUrl)
    {
        var contacts = Values(setting?["Contact"]).ToList();
        if (contacts.Count == 0 || ExpiresUtc(setting) is not { } expires) return null;

        List<string> lines =
        [
            .. contacts.Select(c => $"Contact: {(c.Contains('@', StringComparison.Ordinal) && !c.Contains(':', StringComparison.Ordinal) ? "mailto:" + c : c)}"),
            $"Expires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
            $"Preferred-Languages: {string.Join(", ", Culture.ContentCultures.Select(c => c.Code))}",
            .. Further.SelectMany(name => Values(setting![name]).Select(value => $"{name}: {value}")),
        ];
        if (baseUrl.Length > 0) lines.Add($"Canonical: {baseUrl}/.well-known/security.txt");
        return string.Join('\n', lines) + "\n";
    }

    public static DateTime? ExpiresUtc(JsonObject? setting) =>
        DateTime.TryParse((string?)setting?["Expires"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var expires) ? expires : null;

    /// <summary>One text or a list of them; a line break in one would begin a field of its own.</summary>
    static IEnumerable<string> Values(JsonNode? node) =>
        (node is JsonArray list ? list.Select(v => (string?)v) : [(string?)node]).OfType<string>().Where(v => v.Length > 0 && !v.Any(char.IsControl));
}
