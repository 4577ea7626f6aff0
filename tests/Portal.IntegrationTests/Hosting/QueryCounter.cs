using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Counts reading commands, so that a test can say how many a page may cost.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    int count;

    public int Count => count;

    /// <summary>Makes the database fail, as a full disk would.</summary>
    public Func<Exception>? FailWith { get; set; }

    /// <summary>Called before each command, for a test that wants something to happen meanwhile.</summary>
    public Func<string, Task>? Before { get; set; }

    public void Reset() => Interlocked.Exchange(ref count, 0);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        if (FailWith is { } failure) throw failure();
        if (Before is { } before) await before(command.CommandText);
        return await base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
