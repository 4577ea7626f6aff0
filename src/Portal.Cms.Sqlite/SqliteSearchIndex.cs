using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Cms.Sqlite;

/// <summary>The search on SQLite's own full-text index (FTS5, ranked by BM25).</summary>
public sealed class SqliteSearchIndex(PortalDb db) : ISearchIndex
{
    /// <summary>At most so many texts are ranked, the newest. A word that stands in more of them tells hardly anything, and ranking them all would take everybody's time.</summary>
    public const int MostRanked = 8_000;

    sealed record FoundRow(string? ContentItemId, string? ContentType, int Number, double Score);

    /// <summary>
    /// Of each set the best text in the reader's culture, or else the best of all: SQLite takes the bare columns of a group from the row that has its MAX.
    /// The score is far below a million, so that the culture always decides first. The first row counts what was ranked, then one row per type, then the hits.
    /// </summary>
    const string Find = """
        WITH ranked AS MATERIALIZED (
            SELECT rowid AS Row, -bm25(SearchText, 0, 8, 3, 1) AS Score FROM SearchText WHERE SearchText MATCH {0} ORDER BY rowid DESC LIMIT {1}
        ), best AS MATERIALIZED (
            SELECT item.RowId AS Row, item.ContentType, ranked.Score, MAX(ranked.Score + CASE item.Culture WHEN {2} THEN 1000000 ELSE 0 END) AS Place
            FROM ranked JOIN SearchItem item ON item.RowId = ranked.Row
            WHERE item.ContentItemId NOT IN (SELECT ContentItemId FROM ContentItemIndex WHERE ListedUtc > {6}) GROUP BY item.LocalizationSet
        )
        SELECT NULL AS ContentItemId, NULL AS ContentType, COUNT(*) AS Number, 0.0 AS Score FROM ranked
        UNION ALL
        SELECT NULL, ContentType, COUNT(*), 0.0 FROM best GROUP BY ContentType
        UNION ALL
        SELECT * FROM (
            SELECT item.ContentItemId, best.ContentType, 0, best.Score FROM best JOIN SearchItem item ON item.RowId = best.Row
            WHERE {3} IS NULL OR best.ContentType = {3} ORDER BY best.Place DESC, best.Row DESC LIMIT {4} OFFSET {5})
        """;

    public async Task PutAsync(SearchDocument document, CancellationToken cancel)
    {
        var (id, set, culture, type, title, summary, body) = document;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO SearchItem (ContentItemId, LocalizationSet, Culture, ContentType) VALUES ({id}, {set}, {culture}, {type})
            ON CONFLICT (ContentItemId) DO UPDATE SET LocalizationSet = excluded.LocalizationSet, Culture = excluded.Culture, ContentType = excluded.ContentType
            """, cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchText WHERE rowid = (SELECT RowId FROM SearchItem WHERE ContentItemId = {id})", cancel);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO SearchText (rowid, Culture, Title, Summary, Body) SELECT RowId, {culture}, {Text(title)}, {Text(summary)}, {Text(body)} FROM SearchItem WHERE ContentItemId = {id}", cancel);
    }

    public async Task RemoveAsync(string contentItemId, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchText WHERE rowid = (SELECT RowId FROM SearchItem WHERE ContentItemId = {contentItemId})", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchItem WHERE ContentItemId = {contentItemId}", cancel);
    }

    public async Task RemoveUnpublishedAsync(CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM SearchText WHERE rowid IN (SELECT RowId FROM SearchItem WHERE ContentItemId NOT IN (SELECT ContentItemId FROM ContentItem WHERE PublishedVersionId IS NOT NULL))", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM SearchItem WHERE ContentItemId NOT IN (SELECT ContentItemId FROM ContentItem WHERE PublishedVersionId IS NOT NULL)", cancel);
    }

    public async Task<SearchHits> FindAsync(SearchQuery query, CancellationToken cancel)
    {
        var rows = await db.Database.SqlQueryRaw<FoundRow>(Find, Match(query), MostRanked, query.Culture, query.ContentType!, query.Take, query.Skip, query.NowUtc).ToListAsync(cancel);
        return new(
            [.. rows.Where(r => r.ContentItemId is not null).Select(r => new SearchHit(r.ContentItemId!, r.Score))],
            rows.Where(r => r is { ContentItemId: null, ContentType: not null }).ToDictionary(r => r.ContentType!, r => r.Number, StringComparer.Ordinal),
            IsWhole: rows.Single(r => r is { ContentItemId: null, ContentType: null }).Number < MostRanked);
    }

    static string Text(IReadOnlyList<string> words) => string.Join(' ', words);

    /// <summary>FTS5's own language. Words hold no quotes, so that nothing in one can end it.</summary>
    static string Match(SearchQuery query) => string.Join(" OR ", query.Readings.Select(reading =>
    {
        var words = $"{{Title Summary Body}} : ({string.Join(" AND ", reading.Terms.Select(t => $"\"{t.Text}\"{(t.IsPrefix ? "*" : "")}"))})";
        return reading.Cultures.Count == 0 ? words : $"({words} AND Culture : ({string.Join(" OR ", reading.Cultures.Select(c => $"\"{c}\""))}))";
    }));
}
