using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Cms.Postgres;

/// <summary>The table of the search. It is made here and not by migrations: the model of all databases knows no <c>tsvector</c>.</summary>
public static class PostgresSearchSchema
{
    /// <summary>The lock lets one of several nodes that start at once make it.</summary>
    const string Create = """
        SELECT pg_advisory_xact_lock(hashtext('SearchItem'));
        CREATE TABLE IF NOT EXISTS "SearchItem" (
            "RowId" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "ContentItemId" text NOT NULL UNIQUE, "LocalizationSet" text NOT NULL, "Culture" text NOT NULL, "ContentType" text NOT NULL, "Words" tsvector NOT NULL);
        CREATE INDEX IF NOT EXISTS "IX_SearchItem_Words" ON "SearchItem" USING gin ("Words");
        """;

    /// <summary>Makes the table where it is missing. Safe to call at every start.</summary>
    public static async Task CreateAsync(PortalDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(Create, cancel);
        await transaction.CommitAsync(cancel);
    }
}
