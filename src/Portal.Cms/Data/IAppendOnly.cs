using Microsoft.EntityFrameworkCore;

namespace Portal.Cms.Data;

/// <summary>Rows that are added and never changed or deleted. The database itself refuses, whoever asks and by whatever way.</summary>
public interface IAppendOnly;

public static class AppendOnlyTables
{
    /// <returns>Names of the tables of such rows.</returns>
    public static IEnumerable<string> Of(DbContext db) => db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IAppendOnly))).Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal);
}
