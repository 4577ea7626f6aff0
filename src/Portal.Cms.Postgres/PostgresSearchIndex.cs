using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Search;

namespace Portal.Cms.Postgres;

/// <summary>The search on PostgreSQL's own full-text index. The words come ready, so that no dictionary of the server is asked.</summary>
public sealed class PostgresSearchIndex(PortalDb db) : ISearchIndex
{
    /// <summary>At most so many texts are ranked, the newest. A word that stands in more of them tells hardly anything, and ranking them all would take everybody's time.</summary>
    public const int MostRanked = 5_000;

    sealed record FoundRow(string? ContentItemId, string? ContentType, int Number, double Score);

    /// <summary>{0} the words, {1} how many are ranked, {2} the reader's culture, {3} the type, {4} and {5} the part of the list, {6} the instant; then the cultures of each reading. The count of all that was ranked comes first.</summary>
    const string Find = """
        WITH ranked AS MATERIALIZED (
            SELECT "RowId", "ContentItemId", "LocalizationSet", "ContentType", "Culture" = {2} AS "Own", ts_rank('{{0.125, 0.2, 0.375, 1}}', "Words", {0}::tsquery, 1)::float8 AS "Score"
            FROM "SearchItem" WHERE (@readings) AND "ContentItemId" NOT IN (SELECT "ContentItemId" FROM "ContentItemIndex" WHERE "ListedUtc" > {6}) ORDER BY "RowId" DESC LIMIT {1}
        ), best AS MATERIALIZED (
            SELECT DISTINCT ON ("LocalizationSet") * FROM ranked ORDER BY "LocalizationSet", "Own" DESC, "Score" DESC, "RowId" DESC
        )
        SELECT NULL::text AS "ContentItemId", NULL::text AS "ContentType", COUNT(*)::int AS "Number", 0::float8 AS "Score" FROM ranked
        UNION ALL
        SELECT NULL, "ContentType", COUNT(*)::int, 0 FROM best GROUP BY "ContentType"
        UNION ALL
        (SELECT "ContentItemId", "ContentType", 0, "Score" FROM best
         WHERE {3}::text IS NULL OR "ContentType" = {3}::text ORDER BY "Own" DESC, "Score" DESC, "RowId" DESC LIMIT {4} OFFSET {5})
        """;

    public Task PutAsync(SearchDocument document, CancellationToken cancel)
    {
        var (id, set, culture, type, _, _, _) = document;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "SearchItem" ("ContentItemId", "LocalizationSet", "Culture", "ContentType", "Words") VALUES ({id}, {set}, {culture}, {type}, {Vector(document)}::tsvector)
            ON CONFLICT ("ContentItemId") DO UPDATE SET
                "LocalizationSet" = excluded."LocalizationSet", "Culture" = excluded."Culture", "ContentType" = excluded."ContentType", "Words" = excluded."Words"
            """, cancel);
    }

    public Task RemoveAsync(string contentItemId, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchItem" WHERE "ContentItemId" = {contentItemId}""", cancel);

    public Task RemoveUnpublishedAsync(CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""DELETE FROM "SearchItem" WHERE "ContentItemId" NOT IN (SELECT "ContentItemId" FROM "ContentItem" WHERE "PublishedVersionId" IS NOT NULL)""", cancel);

    public async Task<SearchHits> FindAsync(SearchQuery query, CancellationToken cancel)
    {
        List<object?> values = [string.Join(" | ", query.Readings.Select(r => $"({Words(r)})")), MostRanked, query.Culture, query.ContentType, query.Take, query.Skip, query.NowUtc];
        var conditions = new List<string>();
        foreach (var reading in query.Readings)
        {
            var words = FormattableString.Invariant($"\"Words\" @@ {{{values.Count}}}::tsquery");
            values.Add(Words(reading));
            conditions.Add(reading.Cultures.Count == 0 ? words : FormattableString.Invariant($"({words} AND \"Culture\" = ANY({{{values.Count}}}))"));
            if (reading.Cultures.Count > 0) values.Add(reading.Cultures.ToArray());
        }

        var sql = Find.Replace("@readings", string.Join(" OR ", conditions), StringComparison.Ordinal);
        var rows = await db.Database.SqlQueryRaw<FoundRow>(sql, [.. values.Select(v => v!)]).ToListAsync(cancel);
        return new(
            [.. rows.Where(r => r.ContentItemId is not null).Select(r => new SearchHit(r.ContentItemId!, r.Score))],
            rows.Where(r => r is { ContentItemId: null, ContentType: not null }).ToDictionary(r => r.ContentType!, r => r.Number, StringComparer.Ordinal),
            IsWhole: rows.Single(r => r is { ContentItemId: null, ContentType: null }).Number < MostRanked);
    }

    /// <summary>The words of a search in the server's own language. A word holds no quotes, so that nothing in one can end it.</summary>
    static string Words(SearchReading reading) => string.Join(" & ", reading.Terms.Select(t => $"'{t.Text}'{(t.IsPrefix ? ":*" : "")}"));

    /// <summary>Each word with the places where it stands: A in the title, B in the summary, D in the body.</summary>
    static string Vector(SearchDocument document)
    {
        var text = new StringBuilder();
        var place = 0;
        foreach (var (words, weight) in new[] { (document.Title, "A"), (document.Summary, "B"), (document.Body, "") })
        {
            foreach (var word in words) text.Append(CultureInfo.InvariantCulture, $"'{word}':{++place}{weight} ");
        }

        return text.ToString();
    }
}
