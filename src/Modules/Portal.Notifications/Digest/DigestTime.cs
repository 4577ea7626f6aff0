using Portal.Cms.Localization;

namespace Portal.Notifications.Digest;

/// <summary>When a person gets the mail of the day: in the morning of their own zone, once a day.</summary>
public static class DigestTime
{
    /// <summary>Not before this hour of the person's clock, and not from <see cref="Evening"/> on: whoever missed the morning waits for the next.</summary>
    public const int Morning = 7, Evening = 20;

    /// <param name="zone">IANA name.</param>
    /// <param name="lastUtc">When it was last looked at; null = never.</param>
    public static bool IsDue(DateTime nowUtc, string zone, DateTime? lastUtc)
    {
        var wall = Dates.ToWall(nowUtc, zone);
        return wall.Hour is >= Morning and < Evening && (lastUtc is null || Dates.ToWall(lastUtc.Value, zone).Date < wall.Date);
    }
}
