using Microsoft.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>A hundred thousand items for the editors' list, of seven types, four languages, thirty organisations and every state, written straight into the tables that it reads.</summary>
static class GeneratedItems
{
    public const int Count = 100_000;

    public static void Fill(string databaseFile)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ToString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var sql in new[] { Items, Versions, Words })
        {
            using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, sql);
            command.Parameters.AddWithValue("$count", Count);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)";

    // Every tenth is a draft, every eleventh has changes waiting; one type in seven is rare.
    const string Items = Numbers + """
        INSERT INTO ContentItem (ContentItemId, ContentType, LocalizationSet, Culture, OwnerId, OrganisationSet, LatestVersionId, PublishedVersionId, PublishedPath, CreatedUtc, ModifiedUtc, PublishedUtc, Stamp, ModifiedBy, FoldedTitle)
        SELECT printf('bench-%06d', i * 7919 % 1000003), CASE WHEN i % 200 = 0 THEN 'Series' ELSE (CASE i % 6 WHEN 0 THEN 'Article' WHEN 1 THEN 'PolicyAnalysis' WHEN 2 THEN 'Recommendation' WHEN 3 THEN 'Debate' WHEN 4 THEN 'CaseStudy' ELSE 'Page' END) END,
            'bench-set-' || i, (CASE i / 6 % 4 WHEN 0 THEN 'sq' WHEN 1 THEN 'sr' WHEN 2 THEN 'bs' ELSE 'en' END), NULL, 'bench-org-' || (i / 24 % 30), 'bench-v-' || i,
            CASE WHEN i % 10 = 0 THEN NULL WHEN i % 11 = 0 THEN 'bench-older-' || i ELSE 'bench-v-' || i END, CASE WHEN i % 10 = 0 THEN NULL ELSE 'bench/' || i END,
            '2020-01-01 00:00:00', strftime('%Y-%m-%d %H:%M:%S', '2020-01-01', '+' || (i * 7919 % 1000003) || ' minutes'), '2020-01-01 00:00:00', '00000000-0000-0000-0000-000000000000', 'bench-' || (i % 40),
            ' generated text word' || (i * 31 % 4001) || ' common' || (i % 50) || ' ' || i || ' '
        FROM n
        """;

    const string Versions = Numbers + """
        INSERT INTO ContentItemVersion (VersionId, ContentItemId, Number, DisplayText, CreatedUtc, ModifiedUtc, Author, Json, SharedJson)
        SELECT 'bench-v-' || i, printf('bench-%06d', i * 7919 % 1000003), 1, 'Generated text word' || (i * 31 % 4001) || ' common' || (i % 50) || ' ' || i, '2020-01-01 00:00:00', '2020-01-01 00:00:00', 'bench-' || (i % 40), '{}', '{}' FROM n
        """;

    const string Words = Numbers + """
        INSERT INTO ContentTitleWord (Word, ContentItemId)
        SELECT word, id FROM (
            SELECT 'generated' AS word, printf('bench-%06d', i * 7919 % 1000003) AS id FROM n UNION ALL SELECT 'text', printf('bench-%06d', i * 7919 % 1000003) FROM n
            UNION ALL SELECT 'word' || (i * 31 % 4001), printf('bench-%06d', i * 7919 % 1000003) FROM n UNION ALL SELECT 'common' || (i % 50), printf('bench-%06d', i * 7919 % 1000003) FROM n
            UNION ALL SELECT CAST(i AS TEXT), printf('bench-%06d', i * 7919 % 1000003) FROM n)
        """;
}
