using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.IntegrationTests.Hosting;
using Portal.TransparencyLog.Actions;
using Portal.TransparencyLog.Queries;

namespace Portal.IntegrationTests.TransparencyLog;

/// <summary>What tests do with the log of a portal whose workers do not run.</summary>
static class Logbook
{
    /// <summary>What the sequencer does twice a second.</summary>
    /// <returns>How many events were appended.</returns>
    public static async Task<int> AppendAsync(this TestPortal portal) => (await portal.AsSystemAsync(s => s.GetRequiredService<AppendToLog>().RunAsync(TestContext.Current.CancellationToken))).Value;

    /// <summary>What <c>log verify</c> does.</summary>
    public static Task<LogReport> VerifyAsync(this TestPortal portal) => portal.AsSystemAsync(s => s.GetRequiredService<VerifyLog>().RunAsync(TestContext.Current.CancellationToken));

    /// <summary>The proof of a receipt, as the API gives it.</summary>
    public static Task<JsonObject> ProofAsync(this TestPortal portal, string receipt) => portal.Client.ObjectAsync($"/api/v1/log/proof?receipt={receipt}");

    /// <summary>Changes the database past the portal, as somebody with its password could; what only adds is unlocked first.</summary>
    public static Task<int> TamperAsync(this TestPortal portal, string sql) => portal.ReadAsync(async db =>
    {
        // In the same command: the pool sets a connection back to what it was.
        if (db.Database.IsNpgsql()) return await db.Database.ExecuteSqlRawAsync(Unlocked(sql));
        foreach (var trigger in await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync()) await db.Database.ExecuteSqlRawAsync(Drop(trigger));
        return await db.Database.ExecuteSqlRawAsync(sql);
    });

    static string Unlocked(string sql) => "SET session_replication_role = replica; " + sql;

    static string Drop(string trigger) => $"DROP TRIGGER \"{trigger}\"";
}
