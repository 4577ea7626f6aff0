using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Cms.Modules;
using Portal.Data.Postgres;
using Portal.Data.Sqlite;
using Portal.Web;

return 0;

/// <summary>Gives <c>dotnet ef</c> the composed model: the kernel's tables and those of every module the host is built with.</summary>
sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        SqliteDatabase.Configure(options, ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly));
        return new(options.Options);
    }
}

/// <summary>The same for PostgreSQL. No server is asked.</summary>
sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresPortalDb>();
        PostgresDatabase.Configure(options, ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly));
        return new(options.Options);
    }
}
