using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Cms.Data;
using Portal.Cms.Postgres;

namespace Portal.Data.Postgres;

/// <summary>The database on a PostgreSQL server as a whole.</summary>
public sealed class PostgresPortalDatabase(IServiceScopeFactory scopes) : IPortalDatabase
{
    static readonly string[] LostRaces = [PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.SerializationFailure];

    /// <summary>Settings that have to be as they are out of the box.</summary>
    const string Settings = "SELECT name || '=' || setting AS \"Value\" FROM pg_settings WHERE (name = 'fsync' AND setting <> 'on') OR (name = 'synchronous_commit' AND setting = 'off') OR (name = 'full_page_writes' AND setting <> 'on') OR (name = 'server_encoding' AND setting <> 'UTF8')";

    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.MigrateAsync(cancel);
        foreach (var table in AppendOnlyTables.Of(db)) await db.Database.ExecuteSqlRawAsync(Protection(table), cancel);
        await db.Database.ExecuteSqlRawAsync(AuditTrailProtection, cancel);
        await PostgresSearchSchema.CreateAsync(db, cancel);
    }

    static string Protection(string table) =>
        $"""
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Rows of % are only ever added.', TG_TABLE_NAME; END $$;
        CREATE OR REPLACE TRIGGER no_change BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE OR REPLACE TRIGGER no_truncation BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """;

    /// <summary>Of an entry only the name may go, when it is erased; whole entries only from before the cut.</summary>
    const string AuditTrailProtection = """
        CREATE OR REPLACE FUNCTION guard_audit_trail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "AuditTrailCut" WHERE "BeforeUtc" > OLD."CreatedUtc") THEN RETURN OLD; END IF;
            IF TG_OP = 'UPDATE' AND NEW."UserName" IS NULL AND to_jsonb(NEW) - 'UserName' = to_jsonb(OLD) - 'UserName' THEN RETURN NEW; END IF;
            RAISE EXCEPTION 'Entries of the audit trail are only ever added.';
        END $$;
        CREATE OR REPLACE TRIGGER no_change BEFORE UPDATE OR DELETE ON "AuditTrailEvent" FOR EACH ROW EXECUTE FUNCTION guard_audit_trail();
        CREATE OR REPLACE TRIGGER no_truncation BEFORE TRUNCATE ON "AuditTrailEvent" FOR EACH STATEMENT EXECUTE FUNCTION guard_audit_trail();
        """;

    public async Task<IReadOnlyList<string>> ExamineAsync(PortalDb db, CancellationToken cancel)
    {
        var wrong = await db.Database.SqlQueryRaw<string>(Settings).ToListAsync(cancel);
        return wrong.Count == 0 ? [] : [$"the server is set to {string.Join(", ", wrong)}: with that, what was answered could be lost. Set it back and restart the server."];
    }

    public IQueryable<OutboxMessage> TakeDue(PortalDb db, DateTime nowUtc, int atMost) => db.Outbox.FromSql(
        $"""
        SELECT * FROM "Outbox" WHERE "DeadUtc" IS NULL AND "DueUtc" <= {nowUtc} AND ("LeasedUntilUtc" IS NULL OR "LeasedUntilUtc" < {nowUtc})
        ORDER BY "Id" LIMIT {atMost} FOR UPDATE SKIP LOCKED
        """);

    public async Task<IAsyncDisposable> FreezeAsync(PortalDb db, CancellationToken cancel) => await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    /// <summary>Frees the rows that an update or a deletion left behind; pages are written over as they fill again.</summary>
    public async Task ForgetAsync(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var table in tables) await db.Database.ExecuteSqlRawAsync(Vacuum(table), cancel);
    }

    static string Vacuum(string table) => $"VACUUM \"{table}\"";

    /// <summary>The server does it by itself, within minutes; after a recipe the first visitors would wait for that.</summary>
    public async Task RefreshStatisticsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlRawAsync("ANALYZE", cancel);
    }

    public bool IsLostRace(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: var state }) return LostRaces.Contains(state, StringComparer.Ordinal);
        }

        return false;
    }
}
