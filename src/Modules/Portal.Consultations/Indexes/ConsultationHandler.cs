using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;

namespace Portal.Consultations.Indexes;

/// <summary>Checks consultations when they are saved and keeps their index row in step when they are published.</summary>
public sealed class ConsultationHandler(PortalDb db, AnnouncementChecklist checklist, AuditTrail audit, UsualRetention usual, TimeProvider clock) : ContentHandler
{
    /// <summary>Its form among the site's settings.</summary>
    public static SettingsGroup Group { get; } = new("consultations", 45, "Consultations", "What counts for consultations that say nothing else.",
        [new NumberSetting(UsualRetention.Path, "Months kept after closing", 1, Consultation.LongestRetentionMonths, Consultation.DefaultRetentionMonths, "Then names, texts that were not published and hidden passages are erased. Counts for consultations that are published from now on.")]);

    /// <summary>English message id.</summary>
    const string AfterClosing = "Report and archiving come after the closing of the consultation.";
    /// <summary>English message id.</summary>
    const string ClosesEarlier = "A consultation that is open cannot be closed earlier than announced.";

    public override async Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Document.As<Consultation>() is not { } consultation) return;

        if (!Dates.IsZone(consultation.Zone)) errors.Add(new("Consultation.TimeZone", "{0} is not the name of a time zone.", consultation.Zone));
        else await CheckWindowAsync(change.Item.LocalizationSet, consultation.Milestones(), errors, cancel);

        if (consultation.RetentionMonths?.Value is { } months && (months is < 1 or > Consultation.LongestRetentionMonths || months != Math.Truncate(months))) errors.Add(new("Consultation.RetentionMonths", "A whole number from {0} to {1}.", 1, Consultation.LongestRetentionMonths));

        var texts = change.Document.As<BagPart>(Consultation.Sections)?.Items.Select(i => i.Id).ToList() ?? [];
        if (texts.Any(string.IsNullOrEmpty) || texts.Distinct(StringComparer.Ordinal).Count() != texts.Count) errors.Add(new("Sections", "Each section needs an id of its own."));
    }

    /// <summary>What has to be there before people are told of it. What they know already is not taken from them for a gap.</summary>
    public override async Task PublishingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Item.ContentType != nameof(Consultation) || await checklist.RunAsync(change.Item.ContentItemId, cancel) is not { } items) return;
        errors.AddRange(items.Where(i => i.Blocks).Select(i => new FieldError(i.Field, i.Message, [.. i.Args])));
    }

    public override async Task PublishedAsync(ContentChange change, CancellationToken cancel)
    {
        if (change.Document.As<Consultation>() is not { } consultation || consultation.Milestones() is not { } milestones) return;

        var row = await db.Consultations.FindAsync([change.Item.LocalizationSet], cancel);
        if (row is not null) RecordChange(row, milestones);
        if (row is null) db.Consultations.Add(row = new() { LocalizationSet = change.Item.LocalizationSet, Zone = "", ParticipationLevel = "", SectionIds = "" });
        (row.AnnouncedUtc, row.OpensUtc, row.ClosesUtc) = (milestones.AnnouncedUtc, milestones.OpensUtc, milestones.ClosesUtc);
        (row.AnalysisUtc, row.ReportedUtc, row.ArchivedUtc) = (milestones.AnalysisUtc, milestones.ReportedUtc, milestones.ArchivedUtc);
        row.Zone = consultation.Zone;
        row.ParticipationLevel = consultation.ParticipationLevel?.Text ?? "guest";
        row.IsPostModerated = consultation.Moderation?.Text == "post";
        row.RetentionMonths = (int)(consultation.RetentionMonths?.Value ?? await usual.MonthsAsync());
        (row.AllowsReplies, row.AllowsAgreeing) = (consultation.AllowReplies?.Value == true, consultation.AllowAgreeing?.Value == true);
        row.InstitutionSet = consultation.Institution?.LocalizationSets.FirstOrDefault();
        row.SectionIds = string.Join('\n', ConsultationSections.Order(change.Document));
        await KeepClockAsync(row, cancel);
    }

    public override async Task UnpublishedAsync(ContentChange change, CancellationToken cancel)
    {
        var set = change.Item.LocalizationSet;
        var othersArePublic = await db.ContentItems.AnyAsync(i => i.LocalizationSet == set && i.ContentItemId != change.Item.ContentItemId && i.PublishedVersionId != null, cancel);
        if (!othersArePublic && await db.Consultations.FindAsync([set], cancel) is { } row) db.Consultations.Remove(row);
    }

    async Task KeepClockAsync(ConsultationIndex row, CancellationToken cancel)
    {
        var kept = await db.ConsultationRetentions.FindAsync([row.LocalizationSet], cancel);
        if (kept is null) db.ConsultationRetentions.Add(kept = new() { LocalizationSet = row.LocalizationSet });
        (kept.ClosesUtc, kept.Months) = (row.ClosesUtc, row.RetentionMonths);
    }

    /// <summary>People plan by the times they were told, so a change of them is told as well.</summary>
    void RecordChange(ConsultationIndex before, Milestones after)
    {
        var now = clock.UtcNow;
        if (before.Milestones.PhaseAt(now) == Phase.Draft || (before.OpensUtc, before.ClosesUtc) == (after.OpensUtc, after.ClosesUtc)) return;

        db.WindowChanges.Add(new()
        {
            LocalizationSet = before.LocalizationSet, AtUtc = now, OpensBeforeUtc = before.OpensUtc, OpensUtc = after.OpensUtc, ClosesBeforeUtc = before.ClosesUtc, ClosesUtc = after.ClosesUtc,
        });
        audit.Record("Consultation", "WindowChanged", before.LocalizationSet);
    }

    async Task CheckWindowAsync(string set, Milestones? milestones, List<FieldError> errors, CancellationToken cancel)
    {
        if (milestones is not null) CheckOrder(milestones, errors);

        // People plan by the closing time they were told: while a window runs, it may only become longer.
        var stored = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalizationSet == set, cancel);
        if (stored?.Milestones.PhaseAt(clock.UtcNow) != Phase.Open) return;
        if (milestones is null || milestones.ClosesUtc < stored.ClosesUtc) errors.Add(new("Consultation.Closes", ClosesEarlier));
        else if (milestones.OpensUtc > stored.OpensUtc) errors.Add(new("Consultation.Opens", ClosesEarlier));
    }

    static void CheckOrder(Milestones milestones, List<FieldError> errors)
    {
        if (milestones.AnnouncedUtc > milestones.OpensUtc) errors.Add(new("Consultation.Announced", "A consultation is announced before it opens."));
        if (milestones.OpensUtc >= milestones.ClosesUtc) errors.Add(new("Consultation.Closes", "A consultation closes after it opens."));
        if (milestones.AnalysisUtc < milestones.ClosesUtc) errors.Add(new("Consultation.AnalysisStarted", "The analysis starts after the consultation closes."));
        // A later phase ends the window whatever its closing time says.
        if (milestones.ReportedUtc < milestones.ClosesUtc) errors.Add(new("Consultation.Reported", AfterClosing));
        if (milestones.ArchivedUtc < milestones.ClosesUtc) errors.Add(new("Consultation.Archived", AfterClosing));
    }
}
