using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.CaseStudies.Models;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.CaseStudies.Queries;

/// <summary>An indicator as files give it: numbers as they were measured, in the order of their days.</summary>
public sealed record IndicatorRecord(string Level, string Name, string Unit, Measurement? Baseline, IReadOnlyList<Measurement> Values, Measurement? Target, string Source);

/// <summary>A case study as files give it.</summary>
/// <param name="Id">Localization set.</param>
/// <param name="Url">Its page.</param>
/// <param name="Budget">In euro.</param>
/// <param name="MatchFunding">In euro: the part of the budget that was found locally.</param>
/// <param name="CostBand">One of <see cref="CostBands"/>.</param>
/// <param name="EvidenceStrength">One of <see cref="EvidenceStrengths"/>.</param>
public sealed record CaseStudyRecord(
    string Id, string Culture, string Title, string Url, string Summary, string Organisation, IReadOnlyList<string> Municipalities, DateOnly? Started, DateOnly? Ended, decimal? Budget, decimal? MatchFunding,
    string FundedBy, string CostBand, string EvidenceStrength, IReadOnlyList<IndicatorRecord> Indicators);

/// <summary>The case studies of a filtered list, all of its pages, some hundreds at a time, so that a list of any length needs little memory.</summary>
public sealed class CaseStudyRecords(PortalDb db, PublishedContent content, ContentNames names, TermTree terms, SiteSettings settings, TimeProvider clock)
{
    const int Batch = 200;

    /// <param name="request">Its scheme and host stand in addresses where nobody has set the site's own: a file has no page to start from.</param>
    public async IAsyncEnumerable<CaseStudyRecord> OfAsync(ListQuery query, Culture culture, HttpRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var now = clock.UtcNow;
        var root = await settings.BaseUrlAsync() is { Length: > 0 } set ? set : $"{request.Scheme}://{request.Host}";
        var chosen = await db.ContentItemIndex.AsNoTracking().OfType(nameof(CaseStudy), now).Where(i => i.Culture == culture.ContentCode).Matching(await query.WithPartsAsync(terms, cancel), db, now)
            .InOrder(ListOrder.Newest, culture, now).Select(i => i.ContentItemId).ToListAsync(cancel);
        foreach (var ids in chosen.Chunk(Batch))
        {
            var rows = await (from item in db.ContentItems.AsNoTracking()
                              join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                              join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                              where ids.Contains(item.ContentItemId)
                              select new { item.ContentItemId, item.LocalizationSet, item.PublishedPath, version.Json, shared.PublishedJson }).ToDictionaryAsync(r => r.ContentItemId, StringComparer.Ordinal, cancel);
            var documents = rows.Values.ToDictionary(r => r.ContentItemId, r => content.Compose(nameof(CaseStudy), r.Json, r.PublishedJson), StringComparer.Ordinal);
            var known = await names.InAsync(culture, documents.Values.SelectMany(CaseStudyText.NamedIn), cancel);
            foreach (var row in ids.Where(rows.ContainsKey).Select(id => rows[id]))
            {
                yield return Record(row.LocalizationSet, $"{root}/{culture.Code}/{row.PublishedPath}", documents[row.ContentItemId], culture, known);
            }
        }
    }

    static CaseStudyRecord Record(string set, string url, ContentDocument document, Culture culture, IReadOnlyDictionary<string, ContentName> names)
    {
        var part = document.As<CaseStudy>() ?? new();
        return new(
            set, culture.Code, culture.Render(document.DisplayText), url, In(part.Summary), document.As<OrganisationPart>()?.Set is { } organisation ? names.GetValueOrDefault(organisation)?.Name ?? "" : "",
            [.. (document.As<TopicsPart>()?.Municipalities?.LocalizationSets ?? []).Select(names.GetValueOrDefault).OfType<ContentName>().Select(n => n.Name)],
            part.Started?.Day, part.Ended?.Day, part.Budget?.Value, part.MatchFunding?.Value, In(part.FundedBy), part.CostBand?.Text ?? "unknown", part.EvidenceStrength?.Text ?? "",
            [.. CaseStudyText.IndicatorsIn(document, culture).Select(i => new IndicatorRecord(i.Level, i.Name, i.Unit, i.Figures.Baseline, i.Figures.Values, i.Figures.Target, i.Source))]);

        string In(TextField? field) => culture.Render(field?.Text?.Trim() ?? "");
    }
}
