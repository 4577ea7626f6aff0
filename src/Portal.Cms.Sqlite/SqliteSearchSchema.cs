using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Sqlite;

/// <summary>The tables of the search. They are made here and not by migrations, which know no virtual tables.</summary>
/// <remarks><c>SearchText</c> keeps the words it indexes: only from them can it remove an item's entries where they stand (secure-delete). Without them it would mark the item as gone and leave its words in the file.</remarks>
public static class SqliteSearchSchema
{
    /// <summary>The tokenizer divides at spaces alone: every word comes as letters and digits, of which <c>ascii</c> takes all.</summary>
    const string Create = """
        CREATE TABLE IF NOT EXISTS SearchItem (RowId INTEGER PRIMARY KEY, ContentItemId TEXT NOT NULL UNIQUE, LocalizationSet TEXT NOT NULL, Culture TEXT NOT NULL, ContentType TEXT NOT NULL);
        CREATE VIRTUAL TABLE IF NOT EXISTS SearchText USING fts5(Culture, Title, Summary, Body, tokenize = 'ascii');
        INSERT INTO SearchText(SearchText, rank) VALUES ('secure-delete', 1);
        """;

    /// <summary>Makes the tables where they are missing. Safe to call at every start.</summary>
    public static async Task CreateAsync(PortalDb db, CancellationToken cancel)
    {
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = 'SearchText'").SingleAsync(cancel) > 0) return;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(Create, cancel);
        await transaction.CommitAsync(cancel);
    }
}
