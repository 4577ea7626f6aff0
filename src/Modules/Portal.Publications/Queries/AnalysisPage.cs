using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Publications.Models;

namespace Portal.Publications.Queries;

public sealed record AuthorView(string Name, string Affiliation);

/// <param name="Day">When it was corrected.</param>
public sealed record CorrectionView(DateOnly? Day, string Note);

public sealed record AnalysisView(
    Culture Culture, string Set, string Title, string Kind, string Abstract, IReadOnlyList<AuthorView> Authors, ContentName? Organisation, DateOnly? Day, ContentName? Series, string Number,
    IReadOnlyList<string> KeyMessages, RenderedText Body, RenderedText Methods, string Funding, string Licence, string Address, string SiteName, Culture? TranslatedFrom,
    IReadOnlyList<Sibling> Siblings, PageSections Sections)
{
    /// <summary>This culture has no full text; these have.</summary>
    public bool IsSummaryOnly { get; init; }

    public IReadOnlyList<(string Name, string Value)> Identifiers { get; init; } = [];
    public IReadOnlyList<MediaFile> Attachments { get; init; } = [];
    public IReadOnlyList<CorrectionView> Corrections { get; init; } = [];
    /// <summary>The edition that this one replaces, and those that replace it.</summary>
    public ContentName? Supersedes { get; init; }
    public IReadOnlyList<ContentName> SupersededBy { get; init; } = [];
}

/// <summary>The page of one analysis: three queries, and one per module that adds to it.</summary>
public sealed class AnalysisPage(
    PortalDb db, PublishedContent content, SiblingAddresses siblings, ContentSections sections, ContentNames names, SiteSettings settings, MarkdownRenderer markdown, MediaFiles media)
{
    const string SupersedesField = $"{nameof(PolicyAnalysis)}.{nameof(PolicyAnalysis.Supersedes)}";

    public async Task<AnalysisView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, part) = (route.Culture, document.As<PolicyAnalysis>() ?? new());
        var (organisation, series, earlier) = (document.As<OrganisationPart>()?.Set, First(part.Series), First(part.Supersedes));
        var later = await db.ContentReferences.Where(r => r.Target == route.Set && r.Field == SupersedesField).Select(r => r.LocalizationSet).ToListAsync(cancel);
        var named = await names.InAsync(culture, [organisation, series, earlier, .. later], cancel);
        return new(
            culture, route.Set, culture.Render(document.DisplayText), part.Kind?.Text ?? "", culture.Render(part.Abstract?.Text?.Trim() ?? ""), Authors(document, culture),
            Named(organisation), part.PublicationDate?.Day, Named(series), part.Number?.Text ?? "",
            [.. (part.KeyMessages?.Values ?? []).Where(m => !string.IsNullOrWhiteSpace(m)).Select(m => culture.Render(m))],
            markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture), markdown.Render(part.MethodsAndSources?.Markdown, culture, "methods-"),
            culture.Render(part.Funding?.Text?.Trim() ?? ""), part.Licence?.Text ?? "",
            await settings.BaseUrlAsync() + $"/{culture.Code}/{item.Path}", await settings.SiteNameAsync(culture),
            Culture.TryFrom(item.TranslatedFrom, out var from) ? from : null,
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel))
        {
            IsSummaryOnly = part.SummaryOnly?.Value == true,
            Identifiers = [.. new[] { ("ISBN", part.Isbn?.Text), ("ISSN", part.Issn?.Text), ("DOI", part.Doi?.Text) }.Where(i => !string.IsNullOrWhiteSpace(i.Item2)).Select(i => (i.Item1, i.Item2!.Trim()))],
            Attachments = media.Of(part.Attachments, culture),
            Corrections = [.. from contained in document.As<BagPart>(PolicyAnalysis.Corrections)?.Items ?? []
                              let correction = contained.Document.As<Correction>()
                              let note = correction?.Note?.Text?.Trim() ?? ""
                              where note.Length > 0
                              select new CorrectionView(correction!.Date?.Day, culture.Render(note))],
            Supersedes = Named(earlier),
            SupersededBy = [.. later.Select(Named).OfType<ContentName>()],
        };

        ContentName? Named(string? set) => set is null ? null : named.GetValueOrDefault(set);
    }

    static string? First(LocalizationSetContentPickerField? field) => field?.LocalizationSets.FirstOrDefault();

    static List<AuthorView> Authors(ContentDocument document, Culture culture) =>
        [.. from contained in document.As<BagPart>(PolicyAnalysis.Authors)?.Items ?? []
            let author = contained.Document.As<Author>()
            let name = author?.Name?.Text?.Trim() ?? ""
            where name.Length > 0
            select new AuthorView(culture.Render(name), culture.Render(author?.Affiliation?.Text?.Trim() ?? ""))];
}
