using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Api;
using Portal.Consultations.Checklist;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>A section on which people commented.</summary>
/// <param name="Number">1-based, in the text that is public.</param>
/// <param name="Heading">In the public text.</param>
/// <param name="Comments">Published ones, in all languages.</param>
/// <param name="IsTakenOut">It is public and no longer in the draft: publishing takes it out.</param>
public sealed record CommentedSection(int Number, string Heading, int Comments, bool IsTakenOut);

/// <summary>Tells editors of a consultation on which sections people commented, before one of them is taken out.</summary>
public sealed class CommentedSections(PortalDb db, SeenTexts texts, IEnumerable<ICommentCounts> counts) : IAnnouncementCheck
{
    public async Task<IReadOnlyList<CheckItem>> RunAsync(Announcement announcement, CancellationToken cancel)
    {
        var gone = (await OfAsync(announcement.ContentItemId, cancel)).Where(s => s.IsTakenOut).ToList();
        return gone.Count == 0 ? [] :
        [
            new("commented-sections", "Publishing takes out sections on which people commented: {0}.", "Their comments stay readable below the text. If the section is still there in other words, reword it instead of taking it out.", announcement.Editor + "#Sections")
            {
                Args = [string.Join(", ", gone.Select(s => $"{s.Number}. {s.Heading} ({s.Comments})"))],
            },
        ];
    }

    /// <returns>In the order of the public text; empty where nothing is public.</returns>
    public async Task<IReadOnlyList<CommentedSection>> OfAsync(string contentItemId, CancellationToken cancel)
    {
        var row = await (from item in db.ContentItems
                         join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                         join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                         join index in db.Consultations on item.LocalizationSet equals index.LocalizationSet
                         where item.ContentItemId == contentItemId && item.ContentType == nameof(Consultation)
                         select new { item.LocalizationSet, item.Culture, version.Json, shared.DraftJson, index.SectionIds }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (row is null || counts.FirstOrDefault() is not { } source) return [];

        var comments = await source.ForAsync(row.LocalizationSet, cancel);
        var order = row.SectionIds.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var commented = order.Where(id => comments.GetValueOrDefault(id) > 0).ToList();
        if (commented.Count == 0) return [];

        var draft = ConsultationSections.Order(ContentDocument.Compose(row.Json, row.DraftJson));
        var culture = Culture.TryFrom(row.Culture, out var own) ? own : Culture.En;
        var headings = (await texts.AbsentAsync(row.LocalizationSet, commented, order, culture, cancel)).ToDictionary(s => s.SectionId, s => s.Heading, StringComparer.Ordinal);
        return [.. commented.Select(id => new CommentedSection(Array.IndexOf(order, id) + 1, headings.GetValueOrDefault(id, ""), comments[id], !draft.Contains(id, StringComparer.Ordinal)))];
    }
}
