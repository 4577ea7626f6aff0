using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Data;
using Portal.Cms.Sqlite;

namespace Portal.Data.Sqlite;

/// <summary>The embedded database as a whole. Its schema is brought up to date after a copy of the file.</summary>
public sealed class SqlitePortalDatabase(string connectionString, IServiceScopeFactory scopes, OpenConnections connections) : IPortalDatabase
{
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count > 0)
        {
            var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
            if (File.Exists(file) && new FileInfo(file).Length > 0) await CopyAsync(file + ".before-" + pending[0], cancel);
            await db.Database.MigrateAsync(cancel);
            foreach (var table in AppendOnlyTables.Of(db)) await ProtectAsync(db, table, cancel);
            await db.Database.ExecuteSqlRawAsync(AuditTrailProtection, cancel);
        }

        await SqliteSearchSchema.CreateAsync(db, cancel);
    }

    /// <summary>Of an entry only the name may go, when it is erased; whole entries only from before the cut.</summary>
    const string AuditTrailProtection = """
        CREATE TRIGGER IF NOT EXISTS "AuditTrailEvent_no_UPDATE" BEFORE UPDATE ON "AuditTrailEvent"
        WHEN NOT (NEW."UserName" IS NULL AND NEW."Id" = OLD."Id" AND NEW."Category" = OLD."Category" AND NEW."Name" = OLD."Name" AND NEW."SubjectId" = OLD."SubjectId"
            AND NEW."UserId" IS OLD."UserId" AND NEW."CreatedUtc" = OLD."CreatedUtc" AND NEW."Properties" IS OLD."Properties")
        BEGIN SELECT RAISE(ABORT, 'Entries of the audit trail are only ever added.'); END;
        CREATE TRIGGER IF NOT EXISTS "AuditTrailEvent_no_DELETE" BEFORE DELETE ON "AuditTrailEvent"
        WHEN NOT EXISTS (SELECT 1 FROM "AuditTrailCut" WHERE "BeforeUtc" > OLD."CreatedUtc")
        BEGIN SELECT RAISE(ABORT, 'Entries of the audit trail are only ever added.'); END;
        """;

    static readonly string[] Verbs = ["UPDATE", "DELETE"];

    static Task<int> ProtectAsync(PortalDb db, string table, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(
        string.Join('\n', Verbs.Select(verb => $"CREATE TRIGGER IF NOT EXISTS \"{table}_no_{verb}\" BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'Rows of {table} are only ever added.'); END;")), cancel);

    public async Task<IReadOnlyList<string>> ExamineAsync(PortalDb db, CancellationToken cancel)
    {
        var answers = await db.Database.SqlQueryRaw<string>("PRAGMA quick_check").ToListAsync(cancel);
        return answers is ["ok"] ? [] : [$"damaged: {string.Join("; ", answers.Take(3))}. Restore a backup."];
    }

    public IQueryable<OutboxMessage> TakeDue(PortalDb db, DateTime nowUtc, int atMost) => db.Outbox.Where(OutboxMessage.IsDue(nowUtc)).OrderBy(m => m.Id).Take(atMost);

    /// <summary>Deferred: the platform's own transactions would take the one write lock.</summary>
    public async Task<IAsyncDisposable> FreezeAsync(PortalDb db, CancellationToken cancel)
    {
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return transaction;
    }

    /// <summary>Erased rows are overwritten where they stood (secure_delete); older copies of their pages are in the write-ahead log until it is emptied, and words in the search until it is merged.</summary>
    public async Task ForgetAsync(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using (var turn = await scope.ServiceProvider.GetRequiredService<IWriteGate>().EnterAsync(db, grouped: false, cancel))
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO SearchText(SearchText) VALUES ('optimize')", cancel);
            await turn.CommitAsync();
        }

        var busy = await db.Database.SqlQueryRaw<int>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(cancel);
        if (busy is not [0]) throw new IOException("Somebody is still reading from the write-ahead log.");
    }

    /// <summary>Of tables that grew or shrank since the last time, a sample of each index (https://sqlite.org/lang_analyze.html). Without it SQLite takes every index for equally good, and counts the filters of a list through all references of the site.</summary>
    /// <summary>Of a table with few rows SQLite is told nothing, and takes it for a large one. Told that it is small, it would read it whole for each row of another, and go on so while a crowd fills it, until the next time.</summary>
    const string ForgetSmallTables = "DELETE FROM sqlite_stat1 WHERE tbl IN (SELECT tbl FROM sqlite_stat1 GROUP BY tbl HAVING MAX(CAST(stat AS INTEGER)) < 100);";

    public async Task RefreshStatisticsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var turn = await scope.ServiceProvider.GetRequiredService<IWriteGate>().EnterAsync(db, grouped: false, cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; PRAGMA optimize=0x10002;" + ForgetSmallTables, cancel);
        await turn.CommitAsync();
        connections.Renew();
    }

    /// <summary>Writers come one at a time and see what the one before did: a taken key is a mistake here.</summary>
    public bool IsLostRace(Exception failure) => false;

    /// <summary>SQLite's own online copy: consistent even while somebody reads or writes.</summary>
    async Task CopyAsync(string target, CancellationToken cancel)
    {
        await using var from = new SqliteConnection(connectionString);
        await using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        await from.OpenAsync(cancel);
        await to.OpenAsync(cancel);
        from.BackupDatabase(to);
    }
}
