using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Cms.Data;

/// <summary>How every instant is stored: UTC, rounded down to microseconds, which both databases keep without loss.</summary>
public sealed class InstantConverter() : ValueConverter<DateTime, DateTime>(instant => Instant.Round(instant), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

public static class Instant
{
    /// <summary>The same instant in UTC without its last digit (100 ns).</summary>
    public static DateTime Round(DateTime instant)
    {
        var utc = instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : DateTime.SpecifyKind(instant, DateTimeKind.Utc);
        return new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
    }

    extension(TimeProvider clock)
    {
        /// <summary>Now, in UTC, as the database would give it back.</summary>
        public DateTime UtcNow => Round(clock.GetUtcNow().UtcDateTime);
    }
}
