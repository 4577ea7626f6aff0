using Portal.Cms.Jobs;

namespace Portal.Cms.Data;

/// <summary>Keeps the database's knowledge of its tables up to date while they grow.</summary>
public sealed class RefreshStatistics(IPortalDatabase database) : IJob
{
    public Task RunAsync(CancellationToken cancel) => database.RefreshStatisticsAsync(cancel);
}
