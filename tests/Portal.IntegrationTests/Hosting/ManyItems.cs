using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.CaseStudies.Models;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Debates.Models;
using Portal.Organisations.Models;
using Portal.Publications.Models;
using Portal.Recommendations.Models;
using Portal.Site.Models;

namespace Portal.IntegrationTests.Hosting;

/// <summary>A portal that has published for decades: rows of what lists read, multiplied in the database. The items have no pages of their own.</summary>
public static class ManyItems
{
    extension(TestPortal portal)
    {
        /// <summary>Adds so many items in English of every type whose lists grow: analyses, recommendations, case studies, debates, consultations, news, entries of the timeline and organisations, over all days of some twenty-five years.</summary>
        public Task<Cms.Result<int>> MultiplyAsync(int number) => portal.AsSystemAsync(s =>
        {
            var (db, work) = (s.GetRequiredService<PortalDb>(), s.GetRequiredService<UnitOfWork>());
            return work.RunAsync<int>(async () =>
            {
                foreach (var set in new[] { "analysis-small-arms", "rec-02", "case-school-safety-ferizaj", "debate-school-safety-2010", "article-six-meetings", "timeline-school-safety", "consultation-asset-reuse", "org-aktiv" }) await MultiplyAsync(db, set, number);
                await CopyAsync(db, typeof(RecommendationState), "rec-02", number);
                await CopyAsync(db, typeof(ConsultationIndex), "consultation-asset-reuse", number);
                work.Evict([.. new[] { nameof(PolicyAnalysis), nameof(Recommendation), nameof(CaseStudy), nameof(Debate), nameof(Article), nameof(TimelineEntry), nameof(Consultation), nameof(Organisation) }.Select(type => Tags.Type(type))]);
                return number;
            }, TestContext.Current.CancellationToken);
        });

        /// <summary>Adds so many items with a text each, for lists of editors: copies of one, with a number behind its title.</summary>
        public Task<Cms.Result<int>> MultiplyContentAsync(string contentItemId, int number) => portal.AsSystemAsync(s =>
        {
            var (db, work) = (s.GetRequiredService<PortalDb>(), s.GetRequiredService<UnitOfWork>());
            return work.RunAsync<int>(async () =>
            {
                foreach (var entity in new[] { typeof(ContentItem), typeof(ContentItemVersion), typeof(ContentTitleWord) }) await CopyItemAsync(db, entity, contentItemId, number);
                return number;
            }, TestContext.Current.CancellationToken);
        });
    }

    static Task<int> CopyItemAsync(PortalDb db, Type entity, string contentItemId, int number)
    {
        var table = db.Model.FindEntityType(entity)!;
        // What the database works out is not written.
        var columns = table.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => p.GetColumnName()).ToList();
        var values = columns.Select(column => column switch
        {
            nameof(ContentItem.ContentItemId) or nameof(ContentItem.LocalizationSet) or nameof(ContentItem.PublishedPath) or nameof(ContentItem.LatestVersionId) or nameof(ContentItem.PublishedVersionId) or "VersionId" => $"\"{column}\" || '-copy-' || n.i",
            nameof(ContentItem.FoldedTitle) => "\"FoldedTitle\" || n.i || ' '",
            nameof(ContentItemVersion.DisplayText) => "\"DisplayText\" || ' ' || n.i",
            _ => $"\"{column}\"",
        });
        var copy = $$"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
            INSERT INTO "{{table.GetTableName()}}" ({{string.Join(", ", columns.Select(c => $"\"{c}\""))}})
            SELECT {{string.Join(", ", values)}} FROM "{{table.GetTableName()}}", n WHERE "ContentItemId" = {1}
            """;
        return db.Database.ExecuteSqlRawAsync(copy, [number, contentItemId], TestContext.Current.CancellationToken);
    }

    static async Task MultiplyAsync(PortalDb db, string set, int number)
    {
        await CopyAsync(db, typeof(ContentItemIndex), set, number);
        await CopyAsync(db, typeof(ContentReference), set, number);
    }

    /// <summary>Copies the rows of a set, which in the case of texts is the English one.</summary>
    static Task<int> CopyAsync(PortalDb db, Type entity, string set, int number)
    {
        var table = db.Model.FindEntityType(entity)!;
        var columns = table.GetProperties().Select(p => p.GetColumnName()).ToList();
        var values = columns.Select(column => column switch
        {
            nameof(ContentItemIndex.LocalizationSet) or nameof(ContentItemIndex.ContentItemId) or nameof(ContentItemIndex.Path) => $"\"{column}\" || '-copy-' || n.i",
            nameof(ContentItemIndex.Day) or nameof(RecommendationState.Issued) => Day,
            nameof(ContentItemIndex.Year) => $"CAST(substr({Day}, 1, 4) AS INTEGER)",
            _ => $"\"{column}\"",
        });
        var english = columns.Contains(nameof(ContentItemIndex.Culture)) ? "AND \"Culture\" = 'en'" : "";
        var copy = $$"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
            INSERT INTO "{{table.GetTableName()}}" ({{string.Join(", ", columns.Select(c => $"\"{c}\""))}})
            SELECT {{string.Join(", ", values)}} FROM "{{table.GetTableName()}}", n WHERE "LocalizationSet" = {1} {{english}}
            """;
        return db.Database.ExecuteSqlRawAsync(copy, [number, set], TestContext.Current.CancellationToken);
    }

    const string Day = "date('2000-01-01', '+' || (n.i % 9000) || ' days')";
}
