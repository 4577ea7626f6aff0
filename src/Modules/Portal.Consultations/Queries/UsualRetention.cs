using System.Text.Json.Nodes;
using Portal.Cms.Settings;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>What the site promises where a consultation does not say for how long it keeps what the public does not see.</summary>
public sealed class UsualRetention(SiteSettings settings)
{
    public const string Path = "Consultations.RetentionMonths";

    /// <returns>Months after closing.</returns>
    public async ValueTask<int> MonthsAsync() =>
        await settings.AtAsync(Path) is JsonValue set && set.TryGetValue(out int months) && months is >= 1 and <= Consultation.LongestRetentionMonths ? months : Consultation.DefaultRetentionMonths;
}
