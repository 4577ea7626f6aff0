namespace Portal.Cms.Data;

/// <summary>The database as a whole, whichever it is.</summary>
public interface IPortalDatabase
{
    /// <summary>Creates the schema or brings it up to date. Safe to call at every start.</summary>
    Task MigrateAsync(CancellationToken cancel);
}
