using System.Globalization;
using Portal.Notifications.Digest;

namespace Portal.UnitTests.Notifications;

/// <summary>When the mail of the day goes out.</summary>
public sealed class DigestTimeTests
{
    [Theory]
    // Summer time in Belgrade is two hours ahead of UTC.
    [InlineData("2026-06-15T04:59:59", "Europe/Belgrade", null, false)]
    [InlineData("2026-06-15T05:00:00", "Europe/Belgrade", null, true)]
    [InlineData("2026-06-15T05:00:00", "Europe/London", null, false)]
    [InlineData("2026-06-15T17:59:59", "Europe/Belgrade", null, true)]
    [InlineData("2026-06-15T18:00:00", "Europe/Belgrade", null, false)]
    // Winter time.
    [InlineData("2026-12-15T05:30:00", "Europe/Belgrade", null, false)]
    [InlineData("2026-12-15T06:00:00", "Europe/Belgrade", null, true)]
    // Once a day of the person's own calendar.
    [InlineData("2026-06-15T12:00:00", "Europe/Belgrade", "2026-06-15T05:00:00", false)]
    [InlineData("2026-06-16T05:00:00", "Europe/Belgrade", "2026-06-15T15:00:00", true)]
    [InlineData("2026-06-15T22:30:00", "Europe/Belgrade", "2026-06-15T05:00:00", false)]
    public void It_is_sent_in_the_persons_day_once(string now, string zone, string? last, bool isDue) => DigestTime.IsDue(Utc(now), zone, last is null ? null : Utc(last)).ShouldBe(isDue);

    static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
