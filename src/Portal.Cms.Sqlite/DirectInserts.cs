using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Cms.Sqlite;

/// <summary>Writes a change that only adds rows to plain tables, as taking in a submission does, by statements that each connection keeps compiled. Every other change goes EF Core's way.</summary>
/// <remarks>EF Core sorts, composes and reads back whatever it saves, which for such a change costs several times what SQLite needs, and while the one writer does it all others wait.</remarks>
public sealed class DirectInserts : SaveChangesInterceptor
{
    readonly ConditionalWeakTable<IEntityType, TableInsert?> tables = [];
    readonly ConditionalWeakTable<SqliteConnection, Dictionary<TableInsert, SqliteCommand>> connections = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(eventData.Context is { Database.CurrentTransaction: { } transaction } db && NewRows(db) is { Count: > 0 } rows
            ? InterceptionResult<int>.SuppressWithResult(Insert(db, rows, (SqliteTransaction)transaction.GetDbTransaction()))
            : result);

    int Insert(DbContext db, List<(EntityEntry Row, TableInsert Table)> rows, SqliteTransaction transaction)
    {
        var commands = connections.GetOrCreateValue(transaction.Connection!);
        foreach (var (row, table) in rows)
        {
            if (!commands.TryGetValue(table, out var command)) commands.Add(table, command = table.CreateCommand(transaction.Connection!));
            command.Transaction = transaction;
            try
            {
                table.Insert(row, command);
            }
            catch (SqliteException failure)
            {
                throw new DbUpdateException($"A row could not be added to {row.Metadata.GetTableName()}.", failure, [row]);
            }
        }

        // Only when all of them are there: who catches a failure finds everything as it was.
        db.ChangeTracker.AcceptAllChanges();
        return rows.Count;
    }

    /// <returns>Null if there is anything but new rows of plain tables.</returns>
    List<(EntityEntry Row, TableInsert Table)>? NewRows(DbContext db)
    {
        var rows = new List<(EntityEntry, TableInsert)>();
        // What a new row says is read when it is written; there is nothing to detect.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var row in db.ChangeTracker.Entries())
            {
                if (row.State != EntityState.Added || tables.GetValue(row.Metadata, TableInsert.Of) is not { } table || !table.Takes(row)) return null;
                rows.Add((row, table));
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }

        return rows;
    }
}
