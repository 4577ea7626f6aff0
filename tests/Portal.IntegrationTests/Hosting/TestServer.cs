using Npgsql;

namespace Portal.IntegrationTests.Hosting;

/// <summary>The private PostgreSQL server that the tests were started beside.</summary>
public static class TestServer
{
    const string Variable = "PORTAL_TEST_POSTGRES";

    /// <summary>A test that cannot ask PostgreSQL fails: a database that nobody tests does not work.</summary>
    public static string ConnectionTo(string database) => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString()
        : throw new InvalidOperationException($"There is no PostgreSQL server in {Variable}. Start the tests with tests/with-postgres.sh, as ./test.sh does.");

    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
