using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Cms.Sqlite;

/// <summary>Keeps the statements of each connection compiled, so that the next scope that asks the same has them at once: to compile a statement costs SQLite more than most need to run.</summary>
/// <remarks>SQLite compiles a kept statement anew by itself when the schema has changed (https://sqlite.org/c3ref/prepare.html).</remarks>
public sealed class PreparedStatements : DbCommandInterceptor
{
    /// <summary>Texts longer than this, in UTF-16 units, hardly come twice.</summary>
    const int Longest = 8_000;

    readonly ConditionalWeakTable<SqliteConnection, KeptCommands> connections = [];

    /// <summary>Puts the kept command in the place of the one that was just made, with its parameters.</summary>
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } connection } made || made.CommandText.Length > Longest) return result;
        return connections.GetOrCreateValue(connection).Lend(made) ?? result;
    }
}

/// <summary>The commands of one connection, which one scope at a time has to itself.</summary>
sealed class KeptCommands
{
    /// <summary>Some ten kilobytes each.</summary>
    const int Most = 80;

    readonly Dictionary<string, KeptCommand> commands = new(StringComparer.Ordinal);
    long uses;

    /// <returns>A command with the text, the parameters and the transaction of <paramref name="made"/>, which is done with; null while the kept one is in use.</returns>
    public KeptCommand? Lend(SqliteCommand made)
    {
        if (!commands.TryGetValue(made.CommandText, out var kept))
        {
            if (commands.Count == Most) Forget();
            commands.Add(made.CommandText, kept = new KeptCommand(made));
        }
        else if (kept.IsLent)
        {
            return null;
        }

        kept.Lend(made, ++uses);
        return kept;
    }

    /// <summary>Gives up the one that has not been asked for longest.</summary>
    void Forget()
    {
        if (commands.Values.Where(c => !c.IsLent).MinBy(c => c.LastUse) is not { } oldest) return;
        commands.Remove(oldest.CommandText);
        oldest.Dispose();
    }
}

/// <summary>A command that survives being disposed by whoever borrowed it; only a second time, by the connection that closes, it is.</summary>
sealed class KeptCommand : SqliteCommand
{
    public KeptCommand(SqliteCommand made) : base(made.CommandText, made.Connection)
    {
    }

    public bool IsLent { get; private set; }

    public long LastUse { get; private set; }

    public void Lend(SqliteCommand made, long use)
    {
        (IsLent, LastUse) = (true, use);
        Transaction = made.Transaction;
        CommandTimeout = made.CommandTimeout;
        Parameters.AddRange(made.Parameters.Cast<SqliteParameter>());
        made.Parameters.Clear();
        made.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || !IsLent)
        {
            base.Dispose(disposing);
            return;
        }

        IsLent = false;
        Parameters.Clear();
        Transaction = null;
    }
}
