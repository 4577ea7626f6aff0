using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Cms.Sqlite;

/// <summary>The search on SQLite's own full-text index (FTS5, ranked by BM25).</summary>
public sealed class SqliteSearchIndex(PortalDb db) : ISearchIndex
{
    /// <summary>At most so many texts are ranked, the newest. A word that stands in more of them tells hardly anything, and ranking them all would take everybody's time.</summary>
    public const int MostRanked = 5_000;

    sealed record FoundRow(string? ContentItemId, string ContentType, int Number, int Texts, double Score);

    /// <summary>
    /// Of each set the best text in the reader's culture, or else the best of all: SQLite takes the bare columns of a group from the row that has its MAX.
    /// The score is far below a million, so that the culture always decides first. First one row per type, with the number of its sets and of the texts that were ranked, then the hits.
    /// </summary>
    /// <remarks>CROSS JOIN keeps the order of the tables: SQLite takes any full-text search for one that finds nearly everything, and would read every item there is for each.</remarks>
    public const string Find = """
        WITH ranked AS (
            SELECT rowid AS Row, -bm25(SearchText, 0, 8, 3, 1) AS Score FROM SearchText
            WHERE SearchText MATCH {0} AND rowid NOT IN (SELECT RowId FROM SearchItem WHERE ContentItemId IN (SELECT ContentItemId FROM ContentItemIndex WHERE ListedUtc > {6}))
            ORDER BY rowid DESC LIMIT {1}
        ), best AS MATERIALIZED (
            SELECT item.RowId AS Row, item.ContentType, ranked.Score, COUNT(*) AS Texts, MAX(ranked.Score + CASE item.Culture WHEN {2} THEN 1000000 ELSE 0 END) AS Place
            FROM ranked CROSS JOIN SearchItem item ON item.RowId = ranked.Row GROUP BY item.LocalizationSet
        )
        SELECT NULL AS ContentItemId, ContentType, COUNT(*) AS Number, SUM(Texts) AS Texts, 0.0 AS Score FROM best GROUP BY ContentType
        UNION ALL
        SELECT (SELECT ContentItemId FROM SearchItem WHERE RowId = hit.Row), ContentType, 0, 0, Score FROM (
            SELECT Row, ContentType, Score FROM best WHERE {3} IS NULL OR ContentType = {3} ORDER BY Place DESC, Row DESC LIMIT {4} OFFSET {5}) hit
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
            rows.Where(r => r.ContentItemId is null).ToDictionary(r => r.ContentType, r => r.Number, StringComparer.Ordinal),
            IsWhole: rows.Sum(r => r.Texts) < MostRanked);
    }

    static string Text(IReadOnlyList<string> words) => string.Join(' ', words);

    /// <summary>FTS5's own language. Words hold no quotes, so that nothing in one can end it.</summary>
    static string Match(SearchQuery query) => string.Join(" OR ", query.Readings.Select(reading =>
    {
        var words = $"{{Title Summary Body}} : ({string.Join(" AND ", reading.Terms.Select(t => $"\"{t.Text}\"{(t.IsPrefix ? "*" : "")}"))})";
        return reading.Cultures.Count == 0 ? words : $"({words} AND Culture : ({string.Join(" OR ", reading.Cultures.Select(c => $"\"{c}\""))}))";
    }));
}
