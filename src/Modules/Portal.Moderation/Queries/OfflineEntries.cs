using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;
using Portal.Moderation.Models;
using Portal.Moderation.Offline;

namespace Portal.Moderation.Queries;

/// <summary>A consultation into which staff enter what came on paper, at meetings or by e-mail.</summary>
/// <param name="WhyNot">Why nothing can be entered now; null = it can.</param>
/// <param name="FirstDay">The days on which something could be received, in the consultation's zone.</param>
/// <param name="Entered">How many were entered, by channel.</param>
public sealed record EnteredConsultation(ConsultationFacts Facts, ConsultedDocument Document, Problem? WhyNot, DateOnly FirstDay, DateOnly LastDay, IReadOnlyDictionary<string, int> Entered)
{
    public string Address => $"/admin/consultations/{Uri.EscapeDataString(Facts.Set)}/entries";

    /// <returns>Where many are entered from a file.</returns>
    public string ImportOf(PaperTable? table) => Address + (table is null ? "/import" : "/answers/import");
}

/// <summary>An entry in the list of the newest.</summary>
/// <param name="By">Name of who entered it.</param>
public sealed record EnteredLine(string SubmissionId, string Channel, string Culture, DateTime ReceivedUtc, DateTime EnteredUtc, string? By, SubmissionState State, string Begins, bool HasScan);

/// <summary>Reads what staff entered.</summary>
public sealed class OfflineEntries(PortalDb db, FindConsultation find, ConsultedText texts, TimeProvider clock)
{
    const int Newest = 50;

    /// <param name="id">Localization set, or the ContentItemId of any of its cultures.</param>
    public async Task<EnteredConsultation?> FindAsync(string id, Culture culture, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } facts || await texts.RunAsync(facts.Set, culture, cancel) is not { } document) return null;
        var (first, last) = OfflineRules.DaysOf(facts);
        return new(facts, document, OfflineRules.WhyNotIn(facts.Milestones.PhaseAt(clock.UtcNow)), first, last, await CountAsync(facts.Set, cancel));
    }

    /// <returns>The consultations into which something can be entered now, the one that closes last first.</returns>
    public async Task<IReadOnlyList<EnteredConsultation>> OpenAsync(Culture culture, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var sets = (await db.Consultations.AsNoTracking().Where(c => c.OpensUtc <= now && (c.ReportedUtc == null || c.ReportedUtc > now)).OrderByDescending(c => c.ClosesUtc).ToListAsync(cancel))
            .Where(c => OfflineRules.WhyNotIn(c.Milestones.PhaseAt(now)) is null).Select(c => c.LocalizationSet);
        var found = new List<EnteredConsultation>();
        foreach (var set in sets)
        {
            if (await FindAsync(set, culture, cancel) is { } consultation) found.Add(consultation);
        }

        return found;
    }

    public async Task<IReadOnlyList<EnteredLine>> NewestAsync(string set, CancellationToken cancel)
    {
        var (users, files) = (db.Users, db.SubmissionAttachments);
        var rows = await (from entry in db.OfflineEntries
                          join submission in db.Submissions on entry.SubmissionId equals submission.Id
                          join version in db.SubmissionVersions on new { submission.Id, Number = submission.CurrentVersion } equals new { Id = version.SubmissionId, version.Number }
                          where entry.ConsultationSet == set
                          orderby entry.EnteredUtc descending, entry.SubmissionId
                          select new { entry, submission, version.Body, By = users.Where(u => u.Id == entry.EnteredById).Select(u => u.UserName).FirstOrDefault(), HasScan = files.Any(f => f.SubmissionId == submission.Id) }).AsNoTracking().Take(Newest).ToListAsync(cancel);
        return [.. rows.Select(r => new EnteredLine(r.submission.Id, r.submission.Channel, r.submission.Culture, r.submission.ReceivedUtc, r.entry.EnteredUtc, r.By, r.submission.State, DecisionPage.FirstWordsOf(r.Body), r.HasScan))];
    }

    Task<Dictionary<string, int>> CountAsync(string set, CancellationToken cancel) => (
        from entry in db.OfflineEntries
        join submission in db.Submissions on entry.SubmissionId equals submission.Id
        where entry.ConsultationSet == set
        group submission by submission.Channel into byChannel
        select new { byChannel.Key, Count = byChannel.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
}
