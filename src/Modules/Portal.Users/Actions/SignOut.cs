using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;

namespace Portal.Users.Actions;

/// <summary>Records that a person signed out; the session itself is a cookie, which the page takes back.</summary>
public sealed class SignOut(UnitOfWork work, CurrentUser me, AuditTrail audit)
{
    public Task<Result<Done>> RunAsync(CancellationToken cancel) => work.RunAsync<Done>(() =>
    {
        if (me.Id is { } id) audit.Record("User", "SignedOut", id);
        return Task.FromResult<Result<Done>>(default(Done));
    }, cancel);
}
