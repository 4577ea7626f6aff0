using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Portal.Web;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Everything that stands in the database, as text: for tests that something stands nowhere in it.</summary>
public static class TableDump
{
    public static async Task<string> OfAsync(TestPortal portal)
    {
        await using var connection = new SqliteConnection(new PortalOptions { DataFolder = portal.Folder }.ConnectionString);
        await connection.OpenAsync();
        var text = new StringBuilder();
        foreach (var table in await NamesAsync(connection))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var rows = await command.ExecuteReaderAsync();
            text.Append("== ").AppendLine(table);
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++) text.Append(Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)).Append('\t');
                text.AppendLine();
            }
        }

        return text.ToString();
    }

    static async Task<List<string>> NamesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return names;
    }
}
