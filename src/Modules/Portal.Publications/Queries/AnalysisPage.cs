using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Organisations.Queries;
using Portal.Publications.Models;

namespace Portal.Publications.Queries;

public sealed record AuthorView(string Name, string Affiliation);

/// <param name="From">The culture it was translated from.</param>
/// <param name="IsStale">That culture has a later text.</param>
public sealed record TranslationNote(Culture From, bool IsStale);

public sealed record AnalysisView(
    Culture Culture, string Set, string Title, string Kind, string Abstract, IReadOnlyList<AuthorView> Authors, OrganisationName? Organisation, DateOnly? Day, string Series, string Number,
    IReadOnlyList<string> KeyMessages, RenderedText Body, RenderedText Methods, string Funding, string Licence, string Address, string SiteName, TranslationNote? Translation,
    IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>The page of one analysis: two queries, and one per module that adds to it.</summary>
public sealed class AnalysisPage(PortalDb db, SiblingAddresses siblings, ContentSections sections, OrganisationNames organisations, SiteSettings settings, MarkdownRenderer markdown)
{
    sealed record Row(string Json, string? PublishedJson, string? PublishedPath, string? From, bool IsStale);

    static readonly Func<PortalDb, string, CancellationToken, Task<Row?>> Find = CompiledQuery.Single((PortalDb db, string id, CancellationToken cancel) =>
        (from item in db.ContentItems
         join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
         join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
         join source in db.ContentItemVersions on version.TranslatedFromVersionId equals source.VersionId into sources
         from source in sources.DefaultIfEmpty()
         join original in db.ContentItems on source.ContentItemId equals original.ContentItemId into originals
         from original in originals.DefaultIfEmpty()
         where item.ContentItemId == id
         select new Row(
             version.Json, shared.PublishedJson, item.PublishedPath, original == null ? null : original.Culture,
             original != null && original.PublishedVersionId != null && original.PublishedVersionId != source.VersionId)).SingleOrDefault());

    public async Task<AnalysisView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        var stored = await Find(db, route.Id!, cancel);
        if (stored is null) return null;

        var (culture, document) = (route.Culture, ContentDocument.Compose(stored.Json, stored.PublishedJson));
        var part = document.As<PolicyAnalysis>() ?? new();
        var organisation = document.As<OrganisationPart>()?.Set;
        var names = await organisations.InAsync(culture, [organisation], cancel);
        return new(
            culture, route.Set, culture.Render(document.DisplayText), part.Kind?.Text ?? "", culture.Render(part.Abstract?.Text?.Trim() ?? ""), Authors(document, culture),
            organisation is null ? null : names.GetValueOrDefault(organisation), part.PublicationDate?.Day, culture.Render(part.Series?.Text ?? ""), part.Number?.Text ?? "",
            [.. (part.KeyMessages?.Values ?? []).Where(m => !string.IsNullOrWhiteSpace(m)).Select(m => culture.Render(m))],
            markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture), markdown.Render(part.MethodsAndSources?.Markdown, culture, "methods-"),
            culture.Render(part.Funding?.Text?.Trim() ?? ""), part.Licence?.Text ?? "",
            await settings.BaseUrlAsync() + $"/{culture.Code}/{stored.PublishedPath}", await settings.SiteNameAsync(culture),
            Culture.TryFrom(stored.From, out var from) ? new(from, stored.IsStale) : null,
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }

    static List<AuthorView> Authors(ContentDocument document, Culture culture) =>
        [.. from contained in document.As<BagPart>("Authors")?.Items ?? []
            let author = contained.Document.As<Author>()
            let name = author?.Name?.Text?.Trim() ?? ""
            where name.Length > 0
            select new AuthorView(culture.Render(name), culture.Render(author?.Affiliation?.Text?.Trim() ?? ""))];
}
