using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Cms.Data;

/// <summary>Queries that are translated to SQL once and then only run, for what every page asks.</summary>
/// <remarks>Once for each model: the platform's own keep to the first they meet, and a process may have portals on both databases, as the tests do.</remarks>
public static class CompiledQuery
{
    /// <summary>A query that gives one row, or none.</summary>
    public static Func<PortalDb, TArgument, CancellationToken, Task<TResult>> Single<TArgument, TResult>(Expression<Func<PortalDb, TArgument, CancellationToken, TResult>> query)
    {
        var compiled = new PerModel<Func<PortalDb, TArgument, CancellationToken, Task<TResult>>>(() => EF.CompileAsyncQuery(query));
        return (db, argument, cancel) => compiled.For(db)(db, argument, cancel);
    }

    /// <summary>The same with two values.</summary>
    public static Func<PortalDb, T1, T2, CancellationToken, Task<TResult>> Single<T1, T2, TResult>(Expression<Func<PortalDb, T1, T2, CancellationToken, TResult>> query)
    {
        var compiled = new PerModel<Func<PortalDb, T1, T2, CancellationToken, Task<TResult>>>(() => EF.CompileAsyncQuery(query));
        return (db, first, second, cancel) => compiled.For(db)(db, first, second, cancel);
    }

    /// <summary>A query that gives rows.</summary>
    public static Func<PortalDb, TArgument, IAsyncEnumerable<TResult>> Many<TArgument, TResult>(Expression<Func<PortalDb, TArgument, IQueryable<TResult>>> query)
    {
        var compiled = new PerModel<Func<PortalDb, TArgument, IAsyncEnumerable<TResult>>>(() => EF.CompileAsyncQuery(query));
        return (db, argument) => compiled.For(db)(db, argument);
    }

    sealed class PerModel<TQuery>(Func<TQuery> compile) where TQuery : class
    {
        readonly ConditionalWeakTable<IModel, TQuery> queries = [];
        readonly ConditionalWeakTable<IModel, TQuery>.CreateValueCallback make = _ => compile();

        public TQuery For(PortalDb db) => queries.GetValue(db.Model, make);
    }
}
