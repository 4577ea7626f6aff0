namespace Portal.Consultations.Models;

/// <summary>Where a consultation stands.</summary>
public enum Phase { Draft, Announced, Open, Closed, Analysis, Reported, Archived }

/// <summary>The instants (UTC) at which a consultation changes by itself. The window for taking part is [opens, closes).</summary>
public sealed record Milestones(DateTime AnnouncedUtc, DateTime OpensUtc, DateTime ClosesUtc, DateTime? AnalysisUtc = null, DateTime? ReportedUtc = null, DateTime? ArchivedUtc = null)
{
    /// <summary>The phase at an instant. Opens and closes to the second, without any job.</summary>
    /// <param name="now">UTC.</param>
    public Phase PhaseAt(DateTime now) =>
        ArchivedUtc <= now ? Phase.Archived :
        ReportedUtc <= now ? Phase.Reported :
        AnalysisUtc <= now ? Phase.Analysis :
        ClosesUtc <= now ? Phase.Closed :
        OpensUtc <= now ? Phase.Open :
        AnnouncedUtc <= now ? Phase.Announced : Phase.Draft;

    /// <returns>An instant (UTC) in a phase, or at its end where it has none: for showing what a page looks like then.</returns>
    public DateTime InstantIn(Phase phase) => phase switch
    {
        Phase.Open => OpensUtc,
        Phase.Closed => ClosesUtc,
        Phase.Analysis => AnalysisUtc ?? ClosesUtc,
        Phase.Reported => ReportedUtc ?? ClosesUtc,
        Phase.Archived => ArchivedUtc ?? ClosesUtc,
        _ => OpensUtc.AddSeconds(-1),
    };

    /// <returns>The next instant at which anything about the phase changes; null after the last.</returns>
    public DateTime? NextAfter(DateTime now) =>
        new[] { AnnouncedUtc, OpensUtc, ClosesUtc, AnalysisUtc, ReportedUtc, ArchivedUtc }.Where(m => m > now).Min();

    /// <summary>Whole days of the reader's calendar that are left before closing, today not counted; 0 = closes today.</summary>
    /// <param name="zone">IANA zone of the consultation.</param>
    public int DaysLeft(DateTime now, string zone) =>
        DateOnly.FromDateTime(Cms.Localization.Dates.ToWall(ClosesUtc.AddTicks(-1), zone)).DayNumber - DateOnly.FromDateTime(Cms.Localization.Dates.ToWall(now, zone)).DayNumber;
}
