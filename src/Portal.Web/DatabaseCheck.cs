using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Cms.Data;

namespace Portal.Web;

/// <summary>Ready means: the database answers.</summary>
public sealed class DatabaseCheck(PortalDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Features.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
