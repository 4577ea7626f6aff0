using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Cms.Modules;

namespace Portal.Data.Sqlite;

/// <summary>The composed model on SQLite. Its migrations stand beside it.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, ModuleCatalogue modules) : PortalDb(options, modules);
