using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;

namespace Portal.Data.Sqlite;

/// <summary>The composed model on SQLite. Its migrations stand beside it.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options);
