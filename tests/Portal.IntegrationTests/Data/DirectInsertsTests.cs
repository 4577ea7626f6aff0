using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Settings;
using Portal.IntegrationTests.Hosting;
using Portal.TransparencyLog.Merkle;

namespace Portal.IntegrationTests.Data;

/// <summary>A change that only adds rows goes straight into SQLite, and leaves there what EF Core would have left.</summary>
public sealed class DirectInsertsTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_of_every_table_without_foreign_keys_are_the_same_whichever_way_they_were_written()
    {
        await using var scope = shared.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var straight = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && !t.GetForeignKeys().Any() && !t.GetReferencingForeignKeys().Any()))
        {
            foreach (var isFull in (bool[])[true, false])
            {
                var (direct, commands) = await WrittenAsync(db, type, isFull, alone: true);
                if (commands > 0) continue;
                straight.Add(type.ClrType.Name);
                var (byEntityFramework, sent) = await WrittenAsync(db, type, isFull, alone: false);
                sent.ShouldBe(1, type.Name);
                direct.ShouldBe(byEntityFramework, type.Name);
            }
        }

        straight.ShouldContain("Submission");
        straight.ShouldContain(nameof(AuditTrailEvent));
        straight.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task A_number_that_the_database_gives_is_with_the_row_which_can_then_be_changed()
    {
        await using var scope = shared.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        var message = new OutboxMessage { Kind = "none", Payload = "", CreatedUtc = DateTime.UnixEpoch, DueUtc = DateTime.UnixEpoch };
        db.Add(message);
        message.LeasedBy = "changed before it was written";
        (await db.SaveChangesAsync(Cancel)).ShouldBe(1);
        message.Id.ShouldBePositive();
        db.Entry(message).Property(m => m.LeasedBy).OriginalValue.ShouldBe("changed before it was written");

        message.Attempts = 3;
        (await db.SaveChangesAsync(Cancel)).ShouldBe(1);
        (await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == message.Id, Cancel)).Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task A_number_that_the_row_brings_is_kept()
    {
        await using var scope = shared.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        db.Add(new OutboxMessage { Id = 4_711_000, Kind = "none", Payload = "", CreatedUtc = DateTime.UnixEpoch, DueUtc = DateTime.UnixEpoch });
        await db.SaveChangesAsync(Cancel);
        (await db.Outbox.AnyAsync(m => m.Id == 4_711_000, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_is_taken_is_the_failure_that_it_always_was()
    {
        await using var scope = shared.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            db.Add(new StoredSetting { Name = "taken", Json = "1" });
            await db.SaveChangesAsync(Cancel);
            db.ChangeTracker.Clear();
            db.Add(new StoredSetting { Name = "taken", Json = "2" });
            var failure = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
            failure.InnerException.ShouldBeOfType<SqliteException>().SqliteErrorCode.ShouldBe(19);
            failure.Entries.ShouldHaveSingleItem().State.ShouldBe(EntityState.Added);
        }

        db.ChangeTracker.Clear();
        (await db.Settings.AnyAsync(s => s.Name == "taken", Cancel)).ShouldBeFalse();
    }

    /// <param name="alone">Otherwise something that is there already is with the context, so that it is not a change that only adds.</param>
    /// <returns>What the table says of the row, and how many commands EF Core sent to write it.</returns>
    async Task<(string Row, int Commands)> WrittenAsync(PortalDb db, IEntityType type, bool isFull, bool alone)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", Cancel);
        if (!alone) db.Attach(new StoredSetting { Name = "something-else", Json = "{}" });
        var entity = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty())) Set(entity, property, Sample(property, isFull));
        db.Add(entity);
        var before = shared.Portal.Queries.Count;
        await db.SaveChangesAsync(Cancel);
        var commands = shared.Portal.Queries.Count - before;
        var row = await NewestAsync(db, type.GetTableName()!);
        await transaction.RollbackAsync(Cancel);
        return (row, commands);
    }

    static async Task<string> NewestAsync(PortalDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid DESC LIMIT 1";
        await using DbDataReader reader = await command.ExecuteReaderAsync(Cancel);
        (await reader.ReadAsync(Cancel)).ShouldBeTrue(table);
        return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={reader.GetDataTypeName(i)}:{(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))}"));
    }

    static void Set(object entity, IProperty property, object? value)
    {
        if (property.FieldInfo is { } field) field.SetValue(entity, value);
        else property.PropertyInfo!.SetValue(entity, value);
    }

    static object? Sample(IProperty property, bool isFull)
    {
        if (property.IsNullable && !isFull) return null;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.IsKey() && property.ValueGenerated == ValueGenerated.OnAdd && type != typeof(string)) return Activator.CreateInstance(type);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(isFull ? Enum.GetValues(type).Length - 1 : 0);
        return type switch
        {
            _ when type == typeof(string) => "Đorđe’s \"šta\"; '🙂'",
            _ when type == typeof(bool) => isFull,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 1L << 40,
            _ when type == typeof(double) => 0.1,
            _ when type == typeof(decimal) => 12.50m,
            _ when type == typeof(byte[]) => Enumerable.Range(0, 32).Select(i => (byte)(255 - i)).ToArray(),
            _ when type == typeof(Guid) => new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            _ when type == typeof(DateTime) => new DateTime(2026, 3, 29, 1, 2, 3, 456, DateTimeKind.Utc),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 29, 1, 2, 3, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 29),
            _ when type == typeof(Digest) => Digest.Of(Enumerable.Range(0, Digest.Length).Select(i => (byte)i).ToArray()),
            _ when type.IsAssignableFrom(typeof(List<string>)) => new List<string> { "a", "b" },
            _ when type == typeof(Dictionary<string, string>) => new Dictionary<string, string>(StringComparer.Ordinal) { ["sr"] = "опис" },
            _ => throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} is a {type.Name}: give it a sample."),
        };
    }
}
