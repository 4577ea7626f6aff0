using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Contents.Models;
using Portal.Contents.Queries;
using Portal.Recommendations.Models;
using Portal.Recommendations.Queries;
using Portal.Recommendations.Sections;

namespace Portal.Recommendations.Panels;

/// <param name="Lang">Value of <c>lang</c> for its title.</param>
public sealed record RecommendationOfSource(string ContentItemId, string Title, string Lang, bool IsPublic);

/// <param name="AddHref">The form of a new one that comes from this text; null: the person may write none.</param>
public sealed record RecommendationsOfSourceView(IReadOnlyList<RecommendationOfSource> Recommendations, string? AddHref);

/// <summary>Beside the form of an analysis, a consultation, a debate or a case study: what it recommends, public or not yet, and the way to write one more. Two queries.</summary>
public sealed class RecommendationsOfSource(PortalDb db, RecommendationRegister register, ContentAccess access) : IEditorPanel
{
    const int Most = 30;

    public bool AppliesTo(string contentType) => RecommendationsFromSource.Sources.Contains(contentType, StringComparer.Ordinal);

    public async Task<EditorPanel?> LoadAsync(EditedView item, CancellationToken cancel)
    {
        var source = item.Item.LocalizationSet;
        string[] known = [.. (await register.FromSourceAsync(source, cancel)).Select(r => r.Set)];
        var drafts = from draft in access.Editable(db.ContentItems)
                     join set in db.ContentSets on draft.LocalizationSet equals set.LocalizationSet
                     where draft.ContentType == nameof(Recommendation) && draft.LatestVersionId != null && draft.PublishedVersionId == null && set.DraftJson.Contains($"\"{source}\"")
                     select draft;
        var published = access.Editable(db.ContentItems).Where(i => known.Contains(i.LocalizationSet) && i.PublishedVersionId != null);
        var rows = await (from one in published.Concat(drafts)
                          join version in db.ContentItemVersions on one.LatestVersionId equals version.VersionId
                          orderby one.CreatedUtc, one.ContentItemId
                          select new { one.ContentItemId, one.LocalizationSet, one.Culture, version.DisplayText, IsPublic = one.PublishedVersionId != null }).Take(Most * Culture.ContentCultures.Count).ToListAsync(cancel);
        // One line for each, in the language of the text beside it where there is one.
        var shown = rows.GroupBy(r => r.LocalizationSet, StringComparer.Ordinal).Select(set => set.OrderByDescending(r => r.Culture == item.Item.Culture).First()).Take(Most)
            .Select(r => new RecommendationOfSource(r.ContentItemId, r.DisplayText, Culture.TryFrom(r.Culture, out var culture) ? culture.HtmlLang : r.Culture, r.IsPublic)).ToList();
        var add = access.MayCreate(nameof(Recommendation)) ? $"/admin/content/new/{nameof(Recommendation)}?culture={item.Item.Culture}&{nameof(Recommendation)}.{nameof(Recommendation.Source)}={Uri.EscapeDataString(source)}" : null;
        return shown.Count == 0 && add is null ? null : new("_RecommendationsOfSource", new RecommendationsOfSourceView(shown, add), EditorPlace.Beside);
    }
}
