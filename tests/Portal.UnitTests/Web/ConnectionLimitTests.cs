using Npgsql;
using Portal.Data.Postgres;

namespace Portal.UnitTests.Web;

/// <summary>One node does not take all the connections that a PostgreSQL server has.</summary>
public sealed class ConnectionLimitTests
{
    [Theory]
    [InlineData("Host=db;Database=portal", 40)]
    [InlineData("Host=db;Database=portal;Maximum Pool Size=100", 100)]
    [InlineData("Host=db;Database=portal;MaxPoolSize=12", 12)]
    public void A_node_keeps_forty_connections_unless_its_operator_says_otherwise(string configured, int most)
    {
        var limited = new NpgsqlConnectionStringBuilder(PostgresDatabase.Limited(configured));
        limited.MaxPoolSize.ShouldBe(most);
        (limited.Host, limited.Database).ShouldBe(("db", "portal"));
    }
}
