using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Checklist;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>What is to be looked at before a consultation is announced, what blocks it first.</summary>
public sealed class AnnouncementChecklist(PortalDb db, IEnumerable<IAnnouncementCheck> others, TimeProvider clock)
{
    /// <returns>Null where there is no such consultation.</returns>
    public async Task<IReadOnlyList<CheckItem>?> RunAsync(string contentItemId, CancellationToken cancel)
    {
        if (await ReadAsync(contentItemId, cancel) is not { } announcement) return null;

        var items = AnnouncementRules.Of(announcement).ToList();
        foreach (var other in others) items.AddRange(await other.RunAsync(announcement, cancel));
        return [.. items.OrderByDescending(i => i.Blocks)];
    }

    async Task<Announcement?> ReadAsync(string contentItemId, CancellationToken cancel)
    {
        var members = await (from item in db.ContentItems
                             join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                             join source in db.ContentItemVersions on version.TranslatedFromVersionId equals source.VersionId into sources
                             from source in sources.DefaultIfEmpty()
                             join original in db.ContentItems on source.ContentItemId equals original.ContentItemId into originals
                             from original in originals.DefaultIfEmpty()
                             where item.ContentType == nameof(Consultation) && db.ContentItems.Any(i => i.ContentItemId == contentItemId && i.LocalizationSet == item.LocalizationSet)
                             select new
                             {
                                 item.ContentItemId, item.LocalizationSet, item.Culture, IsPublic = item.PublishedVersionId != null, version.Json,
                                 IsStale = original != null && original.PublishedVersionId != null && original.PublishedVersionId != source.VersionId,
                             }).AsNoTracking().ToListAsync(cancel);
        if (members.FirstOrDefault(m => m.ContentItemId == contentItemId) is not { } own) return null;

        var shared = await db.ContentSets.Where(s => s.LocalizationSet == own.LocalizationSet).Select(s => s.DraftJson).SingleOrDefaultAsync(cancel);
        var row = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalizationSet == own.LocalizationSet, cancel);
        var now = clock.UtcNow;
        var languages = from culture in Culture.ContentCultures
                        let member = members.FirstOrDefault(m => m.Culture == culture.Code)
                        select member is null ? new LanguageState(culture.NativeName, culture.Code, null, false, false, [], [], false, false)
                            : StateOf(culture, member.ContentItemId, member.IsPublic, member.IsStale, ContentDocument.Compose(member.Json, shared));
        return new(contentItemId, own.LocalizationSet, ContentDocument.Compose(own.Json, shared), row?.Milestones.PhaseAt(now) is > Phase.Draft, [.. languages], now);
    }

    static LanguageState StateOf(Culture culture, string id, bool isPublic, bool isStale, ContentDocument document)
    {
        var sections = ConsultationSections.Of(document);
        var part = document.As<Consultation>();
        return new(culture.NativeName, culture.Code, id, isPublic, isStale,
            [.. Enumerable.Range(1, ConsultationSections.Order(document).Count).Except(sections.Select(s => s.Number))],
            [.. sections.Where(s => string.IsNullOrWhiteSpace(s.Markdown)).Select(s => s.Number)],
            !string.IsNullOrWhiteSpace(part?.Summary?.Text), !string.IsNullOrWhiteSpace(part?.Decider?.Text));
    }
}
