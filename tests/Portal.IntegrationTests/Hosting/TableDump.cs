using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Everything that stands in the database, as text: for tests that something stands nowhere in it.</summary>
public static class TableDump
{
    public static Task<string> OfAsync(TestPortal portal) => portal.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = await NamesAsync(connection, db.Database.IsNpgsql() ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'" : "SELECT name FROM sqlite_master WHERE type = 'table'");
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            text.Append("== ").AppendLine(table);
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++) text.Append(rows.GetValue(i) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)).Append('\t');
                text.AppendLine();
            }
        }

        await db.Database.CloseConnectionAsync();
        return text.ToString();
    });

    static async Task<List<string>> NamesAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return names;
    }
}
