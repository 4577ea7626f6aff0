using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Models;

namespace Portal.Moderation.Queries;

/// <summary>Title and sections of a consultation, for pages about comments on it.</summary>
/// <param name="Lang">Culture code of the text found: the reader's own where there is one.</param>
public sealed record ConsultedDocument(string Title, string Href, string VersionId, string Lang, IReadOnlyList<ConsultationSection> Sections)
{
    /// <returns>Number and heading of a section, or null for a general comment.</returns>
    public string? Heading(string? sectionId) => Sections.FirstOrDefault(s => s.SectionId == sectionId) is { } section ? $"{section.Number}. {section.Heading}" : null;
}

/// <summary>Finds the consulted document in the reader's culture, or in another where that one is missing.</summary>
public sealed class ConsultedText(PortalDb db)
{
    public async Task<ConsultedDocument?> RunAsync(string set, Culture culture, CancellationToken cancel) =>
        (await RunAsync([set], culture, cancel)).GetValueOrDefault(set);

    public async Task<IReadOnlyDictionary<string, ConsultedDocument>> RunAsync(IReadOnlyCollection<string> sets, Culture culture, CancellationToken cancel)
    {
        var rows = await (from item in db.ContentItems
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                          where sets.Contains(item.LocalizationSet)
                          orderby item.Culture == culture.ContentCode descending, item.Culture
                          select new { item.LocalizationSet, item.Culture, item.PublishedPath, version.VersionId, version.Json, shared.PublishedJson }).AsNoTracking().ToListAsync(cancel);
        return rows.DistinctBy(r => r.LocalizationSet, StringComparer.Ordinal).ToDictionary(r => r.LocalizationSet, r =>
        {
            var document = ContentDocument.Compose(r.Json, r.PublishedJson);
            var latin = culture.IsRendering && r.Culture == culture.ContentCode;
            var shown = latin ? culture.Code : r.Culture;
            return new ConsultedDocument(
                Script(document.DisplayText, latin), $"/{shown}/{r.PublishedPath}", r.VersionId, shown,
                [.. ConsultationSections.Of(document).Select(s => s with { Heading = Script(s.Heading, latin), Markdown = Script(s.Markdown, latin) })]);
        }, StringComparer.Ordinal);
    }

    static string Script(string text, bool latin) => latin ? Transliterator.ToLatin(text) : text;
}
