using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Queries;

/// <summary>A questionnaire as its editors have it before them.</summary>
/// <param name="Title">Of the consultation.</param>
/// <param name="Stamp">Of the draft; empty where there is none yet.</param>
/// <param name="Version">Number of the published version; 0 = none.</param>
/// <param name="Responses">Answers that count.</param>
public sealed record EditedQuestionnaire(ContentItem Consultation, string Title, bool Exists, Form Form, Guid Stamp, int Version, Form? Published, Phase Phase, int Responses)
{
    public string Set => Consultation.LocalizationSet;

    public string Address => $"/admin/content/{Uri.EscapeDataString(Consultation.ContentItemId)}/questionnaire";

    public bool HasChanges => Published is null || FormJson.Write(Form) != FormJson.Write(Published);

    public bool HasClosed => Phase > Phase.Open;
}

/// <summary>A consultation in the list of questionnaires.</summary>
public sealed record QuestionnaireRow(string ContentItemId, string Title, int? Version, int Responses, Phase Phase);

/// <summary>Reads questionnaires for their editors.</summary>
public sealed class EditedQuestionnaires(PortalDb db, TimeProvider clock)
{
    public async Task<EditedQuestionnaire?> FindAsync(string contentItemId, CancellationToken cancel)
    {
        var found = await (from item in db.ContentItems.AsNoTracking()
                           join version in db.ContentItemVersions.AsNoTracking() on item.LatestVersionId equals version.VersionId
                           where item.ContentItemId == contentItemId && item.ContentType == nameof(Consultation)
                           select new { item, version.DisplayText }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        var set = found.item.LocalizationSet;
        var row = await db.Questionnaires.AsNoTracking().SingleOrDefaultAsync(q => q.ConsultationSet == set, cancel);
        var published = row is not { PublishedVersion: > 0 } ? null : await db.QuestionnaireVersions.AsNoTracking().SingleAsync(v => v.ConsultationSet == set && v.Number == row.PublishedVersion, cancel);
        var phase = (await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalizationSet == set, cancel))?.Milestones.PhaseAt(clock.UtcNow) ?? Phase.Draft;
        return new(
            found.item, found.DisplayText, row is not null, row is null ? new() : FormJson.Read(row.DraftJson), row?.Stamp ?? Guid.Empty, row?.PublishedVersion ?? 0, published is null ? null : FormJson.Read(published.Json), phase,
            published is null ? 0 : await Counted.In(db, set).CountAsync(cancel));
    }

    /// <returns>All consultations, one row each, in the editor's language where there is one.</returns>
    public async Task<IReadOnlyList<(QuestionnaireRow Row, ContentItem Item)>> AllAsync(Culture culture, CancellationToken cancel)
    {
        var items = await (from item in db.ContentItems.AsNoTracking()
                           join version in db.ContentItemVersions.AsNoTracking() on item.LatestVersionId equals version.VersionId
                           where item.ContentType == nameof(Consultation)
                           select new { item, version.DisplayText }).ToListAsync(cancel);
        var numbers = await db.Questionnaires.AsNoTracking().ToDictionaryAsync(q => q.ConsultationSet, q => q.PublishedVersion, StringComparer.Ordinal, cancel);
        var responses = await db.QuestionnaireResponses.GroupBy(r => r.ConsultationSet).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        var windows = await db.Consultations.AsNoTracking().ToDictionaryAsync(c => c.LocalizationSet, StringComparer.Ordinal, cancel);
        return [.. from set in items.GroupBy(r => r.item.LocalizationSet, StringComparer.Ordinal)
                   let shown = set.OrderBy(r => r.item.Culture == culture.ContentCode ? 0 : 1).ThenBy(r => r.item.Culture, StringComparer.Ordinal).First()
                   let window = windows.GetValueOrDefault(set.Key)
                   orderby window?.OpensUtc ?? DateTime.MaxValue descending
                   select (new QuestionnaireRow(shown.item.ContentItemId, shown.DisplayText, numbers.TryGetValue(set.Key, out var number) ? number : null, responses.GetValueOrDefault(set.Key), window?.Milestones.PhaseAt(clock.UtcNow) ?? Phase.Draft), shown.item)];
    }
}
