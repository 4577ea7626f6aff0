using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Recommendations.Models;

namespace Portal.Recommendations;

/// <summary>Today's deadlines: the day is that of the site's time zone (setting <c>TimeZoneId</c>), the days for a reply those of the setting <c>RecommendationReplyDays</c>.</summary>
public sealed class CurrentDeadlines(SiteSettings settings, PageCaching caching, TimeProvider clock)
{
    /// <summary>Its form among the site's settings.</summary>
    public static SettingsGroup Group { get; } = new("recommendations", 50, "Recommendations", "When institutions are expected to answer.",
        [new NumberSetting("RecommendationReplyDays", "Days within which a reply is expected", 1, 365, Deadlines.UsualReplyDays, "After that a recommendation without a reply is shown as overdue.")]);

    /// <summary>A page that shows them changes at the next midnight.</summary>
    public async ValueTask<Deadlines> ReadAsync()
    {
        var zone = await settings.TimeZoneAsync();
        var today = Dates.ToWall(clock.UtcNow, zone).Date;
        caching.ChangesAt(Dates.ToUtc(today.AddDays(1), zone));
        return new(DateOnly.FromDateTime(today), (int?)await settings.GetAsync("RecommendationReplyDays") is > 0 and { } days ? days : Deadlines.UsualReplyDays);
    }
}
