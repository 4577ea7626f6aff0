using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Portal.Cms.Sqlite;

/// <summary>The statement that adds a row to one table, with the values as EF Core would write them.</summary>
sealed class TableInsert
{
    readonly string text;
    readonly Column[] columns;
    readonly IProperty? number;

    TableInsert(StoreObjectIdentifier table, IEnumerable<IProperty> properties, IProperty? number)
    {
        this.number = number;
        columns = [.. properties.Where(p => p != number).Select((p, i) => new Column(p.GetColumnName(table)!, string.Create(CultureInfo.InvariantCulture, $"@p{i}"), p.GetGetter(), p.GetRelationalTypeMapping()))];
        text = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter))})";
    }

    /// <returns>Null for a table whose rows depend on others, share it with other types, or get more from the database than their number.</returns>
    public static TableInsert? Of(IEntityType type)
    {
        var given = type.FindPrimaryKey()?.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && (key.ClrType == typeof(int) || key.ClrType == typeof(long)) ? key : null;
        var isPlain = type.BaseType is null && !type.GetDirectlyDerivedTypes().Any() && !type.GetForeignKeys().Any() && !type.GetReferencingForeignKeys().Any() && !type.GetComplexProperties().Any()
            && type.GetProperties().All(p => p == given || (p.ValueGenerated == ValueGenerated.Never && !p.IsShadowProperty()));
        return isPlain && StoreObjectIdentifier.Create(type, StoreObjectType.Table) is { } table ? new(table, type.GetProperties(), given) : null;
    }

    /// <returns>Whether the row's number, if it has one, is still to be given.</returns>
    public bool Takes(EntityEntry row) => number is null || row.Property(number).IsTemporary;

    public SqliteCommand CreateCommand(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var column in columns) command.Parameters.Add(column.Mapping.CreateParameter(command, column.Parameter, value: null, nullable: true));
        return command;
    }

    /// <param name="command">Made by <see cref="CreateCommand"/>.</param>
    public void Insert(EntityEntry row, SqliteCommand command)
    {
        for (var i = 0; i < columns.Length; i++) command.Parameters[i].Value = columns[i].ValueOf(row.Entity);
        command.ExecuteNonQuery();
        if (number is not null) row.Property(number).CurrentValue = Convert.ChangeType(raw.sqlite3_last_insert_rowid(command.Connection!.Handle), number.ClrType, CultureInfo.InvariantCulture);
    }

    sealed record Column(string Name, string Parameter, IClrPropertyGetter Getter, RelationalTypeMapping Mapping)
    {
        public object ValueOf(object entity)
        {
            var value = Getter.GetClrValue(entity);
            return (Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
