using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;

namespace Portal.Moderation.Queries;

/// <summary>What has become of a consultation so far, the newest first.</summary>
/// <param name="Zone">IANA zone in which its times are told.</param>
public sealed record ConsultationNews(string Set, ConsultedDocument Document, IReadOnlyList<ConsultationEvent> Events, Milestones Milestones, string Zone);

public sealed class ConsultationFeed(PortalDb db, FindConsultation find, ConsultedText texts, TimeProvider clock)
{
    /// <returns>Null where there is no such consultation, or not yet.</returns>
    public async Task<ConsultationNews?> RunAsync(string id, Culture culture, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } consultation || consultation.Milestones.PhaseAt(clock.UtcNow) == Phase.Draft) return null;
        if (await texts.RunAsync(consultation.Set, culture, cancel) is not { } document) return null;
        var changes = await db.WindowChanges.AsNoTracking().Where(c => c.LocalizationSet == consultation.Set).ToListAsync(cancel);
        var events = ConsultationEvents.Of(consultation.Milestones, changes).Where(e => e.AtUtc <= clock.UtcNow).Reverse();
        return new(consultation.Set, document, [.. events], consultation.Milestones, consultation.Zone);
    }
}
