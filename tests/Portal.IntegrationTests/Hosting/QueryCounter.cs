using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Counts reading commands, so that a test can say how many a page may cost.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    int count;

    public int Count => count;

    public void Reset() => Interlocked.Exchange(ref count, 0);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
