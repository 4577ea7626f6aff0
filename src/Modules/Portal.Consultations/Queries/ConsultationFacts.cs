using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>What others need to know of a published consultation to act on it.</summary>
/// <param name="Set">Its localization set.</param>
/// <param name="SectionIds">In document order.</param>
/// <param name="ParticipationLevel"><c>guest</c>, <c>confirmed-email</c>, <c>account</c> or <c>organisation</c>.</param>
public sealed record ConsultationFacts(string Set, Milestones Milestones, string Zone, IReadOnlyList<string> SectionIds, string ParticipationLevel, bool IsPostModerated)
{
    /// <summary>Months after closing for which what the public does not see is kept.</summary>
    public int RetentionMonths { get; init; } = Consultation.DefaultRetentionMonths;

    /// <summary>When it is erased.</summary>
    public DateTime KeptUntilUtc => Milestones.ClosesUtc.AddMonths(RetentionMonths);
    /// <summary>Comments can be answered by who has an account or a confirmed address.</summary>
    public bool AllowsReplies { get; init; }
    /// <summary>People with an account or a confirmed address can agree with comments.</summary>
    public bool AllowsAgreeing { get; init; }
}

/// <summary>Finds published consultations by any id that leads to them. Kept in memory: every submission asks.</summary>
public sealed class FindConsultation(PortalDb db, TaggedCache cache)
{
    /// <param name="id">Localization set, or the ContentItemId of any of its cultures.</param>
    public async Task<ConsultationFacts?> RunAsync(string id, CancellationToken cancel)
    {
        var set = await cache.GetAsync(("consultation-set", id), [Tags.Paths], () => SetOfAsync(id, cancel));
        return set is null ? null : await cache.GetAsync(("consultation", set), [Tags.Set(set)], () => ReadAsync(set, cancel));
    }

    async Task<string?> SetOfAsync(string id, CancellationToken cancel) =>
        await db.ContentItems.Where(i => i.LocalizationSet == id || i.ContentItemId == id).Select(i => i.LocalizationSet).FirstOrDefaultAsync(cancel);

    async Task<ConsultationFacts?> ReadAsync(string set, CancellationToken cancel) =>
        await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalizationSet == set, cancel) is { } row
            ? new(set, row.Milestones, row.Zone, row.SectionIds.Split('\n', StringSplitOptions.RemoveEmptyEntries), row.ParticipationLevel, row.IsPostModerated) { RetentionMonths = row.RetentionMonths, AllowsReplies = row.AllowsReplies, AllowsAgreeing = row.AllowsAgreeing }
            : null;
}
