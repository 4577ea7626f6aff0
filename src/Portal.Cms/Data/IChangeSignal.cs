namespace Portal.Cms.Data;

/// <summary>Says when it is worth looking into the change log: PostgreSQL tells, SQLite has to be asked again and again.</summary>
public interface IChangeSignal
{
    /// <summary>Returns when another process may have changed something since the last call returned.</summary>
    Task WaitAsync(CancellationToken cancel);
}
