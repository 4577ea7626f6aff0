using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Cms.Modules;
using Portal.Data.Sqlite;
using Portal.Web;

return 0;

/// <summary>Gives <c>dotnet ef</c> the composed model: the kernel's tables and those of every module the host is built with.</summary>
sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design.db", o => o.MigrationsAssembly(typeof(SqlitePortalDb).Assembly.GetName().Name)).Options,
        ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly));
}
