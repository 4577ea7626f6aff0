using System.Text.Json.Nodes;
using Portal.Cms.Settings;

namespace Portal.AuditTrail;

/// <summary>For how long entries are kept: the site setting <c>AuditTrailTrimmingSettings</c>, in Orchard Core's form.</summary>
public sealed class Retention(SiteSettings settings)
{
    public const string Setting = "AuditTrailTrimmingSettings";

    /// <summary>Limits of a retention, in days. Shorter, and misuse would be gone before anybody looks.</summary>
    public const int Shortest = 30, Longest = 3650;

    /// <returns>Days; null = for as long as the portal runs.</returns>
    public async ValueTask<int?> DaysAsync() =>
        await settings.GetAsync(Setting) is JsonObject stored && (bool?)stored["Disabled"] != true && (int?)stored["RetentionDays"] is { } days ? Math.Clamp(days, Shortest, Longest) : null;
}
