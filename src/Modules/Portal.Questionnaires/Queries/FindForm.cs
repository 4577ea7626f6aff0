using Microsoft.EntityFrameworkCore;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Queries;

/// <summary>A version of a questionnaire that people answer or answered.</summary>
/// <param name="Cultures">Content cultures in which every question can be asked.</param>
public sealed record PublishedForm(string ConsultationSet, int Version, Form Form, IReadOnlyList<string> Cultures)
{
    public bool IsIn(Culture culture) => Cultures.Contains(culture.ContentCode, StringComparer.Ordinal);
}

/// <summary>Finds published questionnaires. Kept in memory: every page of one asks.</summary>
public sealed class FindForm(PortalDb db, TaggedCache cache)
{
    /// <returns>The version that people answer now; null where the consultation has no questionnaire.</returns>
    public async ValueTask<PublishedForm?> NewestAsync(string consultationSet, CancellationToken cancel)
    {
        var number = await cache.GetAsync(("questionnaire-version", consultationSet), [Tags.Set(consultationSet)], () =>
            db.Questionnaires.Where(q => q.ConsultationSet == consultationSet).Select(q => q.PublishedVersion).SingleOrDefaultAsync(cancel));
        return number == 0 ? null : await VersionAsync(consultationSet, number, cancel);
    }

    /// <returns>Null where there is no such version.</returns>
    public async ValueTask<PublishedForm?> VersionAsync(string consultationSet, int number, CancellationToken cancel) =>
        await cache.GetAsync(("questionnaire", consultationSet, number), [Tags.Set(consultationSet)], () => ReadAsync(consultationSet, number, cancel), f => 1 + (f?.Form.Questions.Count() ?? 0));

    /// <returns>Every version, the oldest first.</returns>
    public async Task<IReadOnlyList<PublishedForm>> AllAsync(string consultationSet, CancellationToken cancel) =>
        [.. (await db.QuestionnaireVersions.AsNoTracking().Where(v => v.ConsultationSet == consultationSet).OrderBy(v => v.Number).ToListAsync(cancel)).Select(Made)];

    async Task<PublishedForm?> ReadAsync(string set, int number, CancellationToken cancel) =>
        await db.QuestionnaireVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ConsultationSet == set && v.Number == number, cancel) is { } row ? Made(row) : null;

    static PublishedForm Made(QuestionnaireVersion row)
    {
        var form = FormJson.Read(row.Json);
        return new(row.ConsultationSet, row.Number, form, FormCheck.CulturesOf(form));
    }
}
