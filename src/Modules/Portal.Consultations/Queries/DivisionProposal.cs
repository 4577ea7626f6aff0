using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Consultations.Import;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>Proposes what becomes of the sections of a document, given those that a consultation has.</summary>
public sealed class DivisionProposal(PortalDb db)
{
    /// <summary>Share of common words from which on two introductions are the same one, revised.</summary>
    const double SameIntroduction = 0.4;

    /// <returns>The sections that the consultation has in any culture, in their order.</returns>
    public async Task<IReadOnlyList<KnownSection>> KnownAsync(ContentItem item, ContentDocument document, CancellationToken cancel)
    {
        var own = ConsultationSections.Of(document).ToDictionary(s => s.SectionId, StringComparer.Ordinal);
        var order = ConsultationSections.Order(document);
        var elsewhere = order.All(own.ContainsKey) ? [] : await HeadingsElsewhereAsync(item, cancel);
        return [.. order.Select((id, index) => own.TryGetValue(id, out var section)
            ? new KnownSection(id, index + 1, section.Heading, Words(section.Markdown))
            : new KnownSection(id, index + 1, elsewhere.GetValueOrDefault(id, ""), null))];
    }

    /// <returns>The draft divided in a way, with a proposal of what each section becomes.</returns>
    public static DivisionDraft Divide(DivisionDraft draft, string way, IReadOnlyList<KnownSection> known, string? introduction)
    {
        var starts = DocumentDivision.Starts(draft.Blocks, way);
        var sections = DocumentDivision.Sections(draft.Blocks, starts);
        var texts = new BlockText(draft.Blocks, draft.Definitions);
        var words = sections.Select(s => (s.Heading, Words: Words(s.TextOf(texts)))).ToList();
        var matches = SectionMatching.Propose([.. words.Select((w, i) => i == 0 && w.Heading.Length == 0 ? ("", "") : w)], known);
        var targets = sections.Select((section, i) => KeyValuePair.Create(section.Start,
            matches[i] ?? (i == 0 && section.Heading.Length == 0 && IsIntroduction(words[0].Words, introduction) ? DivisionTarget.Introduction : DivisionTarget.New)));
        return draft with
        {
            Way = way,
            Starts = starts,
            Headings = new Dictionary<int, string>(),
            Targets = new Dictionary<int, string>(targets),
            // What only other languages have is not taken from them.
            Kept = [.. known.Where(k => k.Words is null && !matches.Contains(k.Id, StringComparer.Ordinal)).Select(k => k.Id)],
        };
    }

    public static string Words(string? markdown) => string.Join('\n', MarkdownText.Lines(markdown));

    static bool IsIntroduction(string words, string? introduction) => string.IsNullOrWhiteSpace(introduction) || new WordBag(words).SimilarityTo(new(Words(introduction))) >= SameIntroduction;

    async Task<Dictionary<string, string>> HeadingsElsewhereAsync(ContentItem item, CancellationToken cancel)
    {
        var texts = await (from other in db.ContentItems
                           join version in db.ContentItemVersions on other.LatestVersionId equals version.VersionId
                           where other.LocalizationSet == item.LocalizationSet && other.ContentItemId != item.ContentItemId
                           orderby other.Culture
                           select version.Json).ToListAsync(cancel);
        return texts.SelectMany(json => ConsultationSections.Of(ContentDocument.Parse(json))).DistinctBy(s => s.SectionId, StringComparer.Ordinal).ToDictionary(s => s.SectionId, s => s.Heading, StringComparer.Ordinal);
    }
}
