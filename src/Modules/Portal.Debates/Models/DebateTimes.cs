using Portal.Cms.Localization;

namespace Portal.Debates.Models;

/// <summary>Whether a debate is before us, going on or over.</summary>
public enum DebateState { ToCome, GoingOn, Over }

/// <summary>Whether one can register.</summary>
public enum RegistrationState { None, NotYet, Open, Closed }

/// <summary>The instants (UTC) at which a debate changes by itself.</summary>
/// <param name="Zone">IANA zone whose clock hangs in the room.</param>
public sealed record DebateTimes(DateTime StartsUtc, DateTime EndsUtc, string Zone, DateTime? RegistrationOpensUtc = null, DateTime? RegistrationClosesUtc = null)
{
    /// <returns>Null while a debate has no beginning. One without an end is over at midnight.</returns>
    public static DebateTimes? Of(Debate debate)
    {
        var zone = debate.Zone;
        if (debate.Starts?.InstantIn(zone) is not { } starts) return null;

        var ends = debate.Ends?.InstantIn(zone) ?? Dates.ToUtc(Dates.ToWall(starts, zone).Date.AddDays(1), zone);
        return new(starts, ends, zone, debate.RegistrationOpens?.InstantIn(zone), debate.RegistrationCloses?.InstantIn(zone));
    }

    public DateTime StartsWall => Dates.ToWall(StartsUtc, Zone);
    public DateTime EndsWall => Dates.ToWall(EndsUtc, Zone);

    /// <summary>From midnight to midnight (or a minute before it): the days are known, the hours are not.</summary>
    public bool IsWholeDays => StartsWall.TimeOfDay == TimeSpan.Zero && (EndsWall.TimeOfDay == TimeSpan.Zero || EndsWall.TimeOfDay >= new TimeSpan(23, 59, 0));

    public DateOnly FirstDay => DateOnly.FromDateTime(StartsWall);

    /// <summary>The last day that has a part of it.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(EndsUtc > StartsUtc ? Dates.ToWall(EndsUtc.AddTicks(-1), Zone) : EndsWall);

    public DebateState StateAt(DateTime now) => now < StartsUtc ? DebateState.ToCome : now < EndsUtc ? DebateState.GoingOn : DebateState.Over;

    public RegistrationState RegistrationAt(DateTime now) =>
        RegistrationOpensUtc is null && RegistrationClosesUtc is null ? RegistrationState.None :
        now < RegistrationOpensUtc ? RegistrationState.NotYet :
        now >= (RegistrationClosesUtc ?? StartsUtc) ? RegistrationState.Closed : RegistrationState.Open;

    /// <returns>The next instant at which anything of this changes; null after the last.</returns>
    public DateTime? NextAfter(DateTime now) => new DateTime?[] { StartsUtc, EndsUtc, RegistrationOpensUtc, RegistrationClosesUtc }.Where(t => t > now).Min();
}
