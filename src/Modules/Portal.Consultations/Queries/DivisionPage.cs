using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Consultations.Actions;
using Portal.Consultations.Api;
using Portal.Consultations.Import;
using Portal.Consultations.Models;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Queries;

/// <summary>What the page of a document shows that is being divided into sections.</summary>
public sealed class DivisionPage(PortalDb db, CurrentUser user, DivisionProposal proposal, MarkdownRenderer markdown, IEnumerable<ICommentCounts> counts)
{
    /// <param name="problem">Why it was not taken over; null where nobody tried.</param>
    /// <param name="asks">Sections would be taken out that the editor has not been shown.</param>
    /// <returns>Null where this person brought no such document.</returns>
    public async Task<DivisionView?> RunAsync(string contentItemId, string importId, CancellationToken cancel, Problem? problem = null, bool asks = false)
    {
        var row = await (from import in db.DocumentImports
                         join item in db.ContentItems on import.ContentItemId equals item.ContentItemId
                         join version in db.ContentItemVersions on item.LatestVersionId equals version.VersionId
                         join set in db.ContentSets on item.LocalizationSet equals set.LocalizationSet
                         where import.Id == importId && import.ContentItemId == contentItemId && import.UserId == user.Id
                         select new { import, item, version.Json, set.DraftJson, SetStamp = set.Stamp }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (row is null) return null;

        var document = ContentDocument.Compose(row.Json, row.DraftJson);
        var draft = row.import.Draft;
        var comments = counts.FirstOrDefault() is { } source ? await source.ForAsync(row.item.LocalizationSet, cancel) : new Dictionary<string, int>(StringComparer.Ordinal);
        var known = (await proposal.KnownAsync(row.item, document, cancel)).Select(k => new DivisionView.Known(k, comments.GetValueOrDefault(k.Id))).ToList();
        var culture = Culture.TryFrom(row.item.Culture, out var own) ? own : Culture.En;
        var texts = new BlockText(draft.Blocks, draft.Definitions);
        var continued = draft.Starts.Select(s => draft.Targets.GetValueOrDefault(s)).ToHashSet(StringComparer.Ordinal);
        return new(
            contentItemId, importId, row.import.FileName, document.DisplayText, culture, draft,
            [.. DocumentDivision.Sections(draft.Blocks, draft.Starts).Select(s => SectionOf(s, draft, texts, known, culture))], known, [.. known.Where(k => !continued.Contains(k.Section.Id))],
            (row.item.Stamp, row.SetStamp), problem, asks);
    }

    DivisionView.Section SectionOf(DividedSection section, DivisionDraft draft, BlockText texts, IReadOnlyList<DivisionView.Known> known, Culture culture)
    {
        var target = draft.Targets.GetValueOrDefault(section.Start, DivisionTarget.New);
        var former = known.FirstOrDefault(k => k.Section.Id == target)?.Section.Words;
        var heading = TakeOverDocument.HeadingOf(draft, section);
        return new(
            section.Start, heading, target, [.. section.Blocks.Select(b => (b.Index, markdown.Render(texts.JoinBelow([b.Block], section.Level), culture, $"b{b.Index}-")))],
            former is null ? null : Changed(former, DivisionProposal.Words(section.TextOf(texts))));
    }

    static IReadOnlyList<DiffParagraph> Changed(string before, string after) =>
        before == after ? [] : [.. TextDiff.Paragraphs(before.Split('\n', StringSplitOptions.RemoveEmptyEntries), after.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(p => p.IsChanged)];
}
