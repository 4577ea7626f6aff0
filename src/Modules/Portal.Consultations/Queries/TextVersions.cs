using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>A section in plain words, as one version of the text had it.</summary>
/// <param name="Paragraphs">Each on one line, without the signs of Markdown.</param>
public sealed record SectionWords(string SectionId, string Heading, IReadOnlyList<string> Paragraphs)
{
    public bool Says(SectionWords other) => Heading == other.Heading && Paragraphs.SequenceEqual(other.Paragraphs, StringComparer.Ordinal);

    public IEnumerable<string> Words => Paragraphs.Prepend(Heading);
}

/// <summary>A text of a consultation that is or was public in one culture.</summary>
/// <param name="Number">1 for the first that was public; counts only versions that say something else than the one before.</param>
/// <param name="PublishedUtc">When it first became public.</param>
public sealed record TextVersion(string VersionId, int Number, DateTime PublishedUtc, IReadOnlyList<SectionWords> Sections)
{
    public SectionWords? Find(string sectionId) => Sections.FirstOrDefault(s => s.SectionId == sectionId);
}

/// <summary>What became of one section from one version to another.</summary>
public sealed record SectionChange(string SectionId, SectionWords? Before, SectionWords? After)
{
    /// <summary>The heading, the paragraphs and what changed in them.</summary>
    public DiffParagraph Heading => new(TextDiff.Words(Before?.Heading ?? "", After?.Heading ?? ""));
    public IReadOnlyList<DiffParagraph> Paragraphs => TextDiff.Paragraphs(Before?.Paragraphs ?? [], After?.Paragraphs ?? []);
}

/// <summary>An item of a consultation with the texts that were public in its culture, oldest first.</summary>
/// <param name="Culture">Code of the culture the texts are in.</param>
/// <param name="Aliases">Ids of versions that say the same as one in the list, and that one's id.</param>
public sealed record TextHistory(string LocalizationSet, string Culture, string Title, string Path, IReadOnlyList<TextVersion> Versions, IReadOnlyDictionary<string, string> Aliases)
{
    public TextVersion Today => Versions[^1];

    /// <param name="versionId">Also one that changed nothing in the text.</param>
    public TextVersion? Find(string versionId) => Versions.FirstOrDefault(v => v.VersionId == Aliases.GetValueOrDefault(versionId, versionId));

    /// <summary>The sections that differ, in the order of the later text, taken out ones last.</summary>
    public static IReadOnlyList<SectionChange> Changes(TextVersion before, TextVersion after) =>
    [
        .. from section in after.Sections let old = before.Find(section.SectionId) where old is null || !old.Says(section) select new SectionChange(section.SectionId, old, section),
        .. from section in before.Sections where after.Find(section.SectionId) is null select new SectionChange(section.SectionId, section, null),
    ];
}

/// <summary>Reads the texts that were put to the public, for comparing them.</summary>
public sealed class TextVersions(PortalDb db)
{
    /// <returns>Null where nothing of the item is public.</returns>
    public async Task<TextHistory?> RunAsync(string contentItemId, CancellationToken cancel)
    {
        var item = await (from i in db.ContentItems
                          join version in db.ContentItemVersions on i.PublishedVersionId equals version.VersionId
                          join set in db.ContentSets on i.LocalizationSet equals set.LocalizationSet
                          where i.ContentItemId == contentItemId && i.ContentType == nameof(Consultation) && i.PublishedPath != null
                          select new { i.LocalizationSet, i.Culture, i.PublishedPath, i.PublishedVersionId, version.DisplayText, set.PublishedJson }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (item is null) return null;

        var rows = await db.ContentItemVersions.AsNoTracking().Where(v => v.ContentItemId == contentItemId && v.PublishedUtc != null)
            .OrderBy(v => v.PublishedUtc).ThenBy(v => v.Number).Select(v => new { v.VersionId, v.PublishedUtc, v.Json }).ToListAsync(cancel);
        var (versions, aliases) = (new List<TextVersion>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            // The order of sections is shared and not part of a version; only today's text is known to be in it.
            var sections = Sections(ContentDocument.Compose(row.Json, row.VersionId == item.PublishedVersionId ? item.PublishedJson : null));
            if (versions is [.., var last] && IsSame(last.Sections, sections)) aliases[row.VersionId] = last.VersionId;
            else versions.Add(new(row.VersionId, versions.Count + 1, row.PublishedUtc!.Value, sections));
        }

        return versions.Count == 0 ? null : new(item.LocalizationSet, item.Culture, item.DisplayText, item.PublishedPath!, versions, aliases);
    }

    internal static IReadOnlyList<SectionWords> Sections(ContentDocument document) =>
        [.. ConsultationSections.Of(document).Select(s => new SectionWords(s.SectionId, s.Heading, [.. MarkdownText.Lines(s.Markdown)]))];

    static bool IsSame(IReadOnlyList<SectionWords> one, IReadOnlyList<SectionWords> other) =>
        one.Count == other.Count && other.All(section => one.FirstOrDefault(s => s.SectionId == section.SectionId)?.Says(section) == true);
}
