using Npgsql;
using Portal.Cms.Data;

namespace Portal.Cms.Postgres;

/// <summary>Listens for what other nodes announce, on a connection that it keeps to itself.</summary>
public sealed class ChangeListener(string connectionString) : IChangeSignal, IAsyncDisposable
{
    /// <summary>Name of the notification channel.</summary>
    public const string Channel = "portal_changes";

    /// <summary>After so long it is worth looking even when nothing was heard: a connection can be dead without anybody having said so.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    readonly string own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "portal change log" }.ToString();
    NpgsqlConnection? connection;

    public async Task WaitAsync(CancellationToken cancel)
    {
        try
        {
            // What happened before it began to listen, it did not hear: the first look comes at once.
            if (connection is null) await ListenAsync(cancel);
            else await connection.WaitAsync(Longest, cancel);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    async Task ListenAsync(CancellationToken cancel)
    {
        connection = new NpgsqlConnection(own);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = $"LISTEN {Channel}";
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not { } open) return;
        connection = null;
        await open.DisposeAsync();
    }
}
