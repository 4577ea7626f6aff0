using Portal.Consultations.Indexes;
using Portal.Consultations.Models;

namespace Portal.Moderation;

/// <summary>Something that becomes of a consultation, of which followers are told.</summary>
/// <param name="Key">As stored with notices and in ids of the feed.</param>
/// <param name="Subject">English message id: what happened, in a few words.</param>
/// <param name="Text">English message id: the same in a sentence; {0} is an instant in words.</param>
/// <param name="AtUtc">When it happens.</param>
/// <param name="MomentUtc">The instant that the sentence speaks of.</param>
public sealed record ConsultationEvent(string Key, string Subject, string Text, DateTime AtUtc, DateTime MomentUtc);

/// <summary>What becomes of a consultation, computed from its milestones.</summary>
public static class ConsultationEvents
{
    /// <summary>How long before the closing people are reminded.</summary>
    public static readonly TimeSpan ClosingSoon = TimeSpan.FromDays(3);

    /// <returns>All that has a time, in order; what never happens because the window is too short is left out.</returns>
    /// <param name="changes">Changes of the window after it was announced.</param>
    public static IReadOnlyList<ConsultationEvent> Of(Milestones milestones, IEnumerable<WindowChange> changes)
    {
        var soon = milestones.ClosesUtc - ClosingSoon;
        var events = new List<ConsultationEvent>
        {
            new("announced", "A consultation is announced", "It opens on {0}.", milestones.AnnouncedUtc, milestones.OpensUtc),
            new("opens", "A consultation is open", "You can comment until {0}.", milestones.OpensUtc, milestones.ClosesUtc),
            new("closed", "A consultation has closed", "It closed on {0}. All comments are now put together for those who decide.", milestones.ClosesUtc, milestones.ClosesUtc),
        };
        if (soon > milestones.OpensUtc) events.Add(new("closing-soon", "A consultation closes soon", "It closes on {0}. Until then you can comment.", soon, milestones.ClosesUtc));
        if (milestones.AnalysisUtc is { } analysis) events.Add(new("analysis", "The comments are being analysed", "The analysis began on {0}.", analysis, analysis));
        if (milestones.ReportedUtc is { } reported) events.Add(new("report", "The report of a consultation is there", "It was published on {0}: what was said, and what becomes of it.", reported, reported));
        events.AddRange(changes.Select(Moved));
        return [.. events.OrderBy(e => e.AtUtc)];
    }

    /// <summary>People plan by the times they were told: a change of them is news.</summary>
    static ConsultationEvent Moved(WindowChange change) => change.ClosesUtc != change.ClosesBeforeUtc
        ? new($"moved-{change.Id}", change.IsExtension ? "A consultation was extended" : "The times of a consultation have changed", "It now closes on {0}.", change.AtUtc, change.ClosesUtc)
        : new($"moved-{change.Id}", "The times of a consultation have changed", "It now opens on {0}.", change.AtUtc, change.OpensUtc);
}
