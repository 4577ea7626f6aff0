using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.Queries;

namespace Portal.Consultations.Api;

/// <summary>How many comments the public sees on each section. The module that keeps comments answers.</summary>
public interface ICommentCounts
{
    /// <returns>Counts by section id; general comments under the empty id.</returns>
    Task<IReadOnlyDictionary<string, int>> ForAsync(string consultationSet, CancellationToken cancel);
}

/// <summary>Which version of the consent text a submission has to agree to.</summary>
public interface IConsentVersion
{
    string Current { get; }
}

/// <summary>A section as the API gives it.</summary>
/// <param name="SectionId">Stable across cultures.</param>
/// <param name="Number">1-based.</param>
/// <param name="Body">Markdown.</param>
/// <param name="CommentCount">Published comments on it, in all languages.</param>
public sealed record ApiSection(string SectionId, int Number, string Heading, string Body, int CommentCount);

/// <summary>A change of the window after the consultation was announced. Instants are UTC.</summary>
public sealed record ApiWindowChange(DateTime AtUtc, DateTime OpensBeforeUtc, DateTime OpensUtc, DateTime ClosesBeforeUtc, DateTime ClosesUtc);

/// <summary>A consultation as the API gives it. Instants are UTC.</summary>
/// <param name="Phase">draft, announced, open, closed, analysis, reported or archived.</param>
/// <param name="Zone">IANA zone in which people are told the times.</param>
/// <param name="ConsentVersion">What to send as <c>consent</c> with a submission.</param>
/// <param name="ParticipationLevel">guest, confirmed-email, account or organisation.</param>
/// <param name="GeneralCommentCount">Published comments that belong to no section.</param>
/// <param name="WindowChanges">Oldest first.</param>
public sealed record ApiConsultation(
    string ContentItemId, string LocalizationSet, string Culture, string DisplayText, string Path, string Summary, string Phase, DateTime OpensUtc, DateTime ClosesUtc, string Zone,
    string ConsentVersion, string ParticipationLevel, int GeneralCommentCount, IReadOnlyList<ApiWindowChange> WindowChanges, IReadOnlyList<ApiSection> Sections);

static class ConsultationApi
{
    public static void MapConsultationApi(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v1/consultations/{id}", GetAsync)
        .WithName("GetConsultation").WithTags("Consultations").AllowAnonymous()
        .WithSummary("One published consultation with its phase, window and numbered sections, in one culture.");

    static async Task<Results<Ok<ApiConsultation>, ProblemHttpResult>> GetAsync(
        string id, string? culture, PortalDb db, FindConsultation find, IEnumerable<ICommentCounts> counts, IEnumerable<IConsentVersion> consent, TimeProvider clock, IStringLocalizer T, CancellationToken cancel)
    {
        if (!Culture.TryFrom(culture ?? Culture.Current.Code, out var asked)) return Problem.Invalid("culture", "There is no culture {0}. There are: {1}.", culture!, string.Join(", ", Culture.All)).ToHttp(T);
        if (await find.RunAsync(id, cancel) is not { } facts) return Problem.NotFound("There is no such consultation.").ToHttp(T);
        var now = clock.UtcNow;
        var phase = facts.Milestones.PhaseAt(now);
        if (phase == Phase.Draft) return Problem.NotFound("There is no such consultation.").ToHttp(T);

        var row = await (from item in db.ContentItems
                         join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                         join set in db.ContentSets on item.LocalizationSet equals set.LocalizationSet
                         where item.LocalizationSet == facts.Set && item.Culture == asked.ContentCode
                         select new { item.ContentItemId, item.PublishedPath, version.Json, set.PublishedJson }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (row is null) return Problem.NotFound("This consultation is not available in {0}.", asked.NativeName).ToHttp(T);

        var document = ContentDocument.Compose(row.Json, row.PublishedJson);
        var bySection = counts.FirstOrDefault() is { } source ? await source.ForAsync(facts.Set, cancel) : new Dictionary<string, int>(StringComparer.Ordinal);
        return TypedResults.Ok(new ApiConsultation(
            row.ContentItemId, facts.Set, asked.Code, In(asked, document.DisplayText), $"/{asked.Code}/{row.PublishedPath}", In(asked, document.As<Consultation>()?.Summary?.Text ?? ""),
            Name(phase), facts.Milestones.OpensUtc, facts.Milestones.ClosesUtc, facts.Zone, consent.FirstOrDefault()?.Current ?? "", facts.ParticipationLevel, bySection.GetValueOrDefault(""),
            await db.WindowChanges.Where(c => c.LocalizationSet == facts.Set).OrderBy(c => c.Id).Select(c => new ApiWindowChange(c.AtUtc, c.OpensBeforeUtc, c.OpensUtc, c.ClosesBeforeUtc, c.ClosesUtc)).ToListAsync(cancel),
            [.. ConsultationSections.Of(document).Select(s => new ApiSection(s.SectionId, s.Number, In(asked, s.Heading), In(asked, s.Markdown), bySection.GetValueOrDefault(s.SectionId)))]));
    }

    /// <summary>A phase as the API spells it.</summary>
    internal static string Name(Phase phase) => phase.ToString().ToLowerInvariant();

    static string In(Culture culture, string text) => culture.IsRendering ? Transliterator.ToLatinExceptAddresses(text) : text;
}
