using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Privacy;
using Portal.Cms.Security;

namespace Portal.Users.Actions;

/// <summary>Erases what the signed-in person has contributed, in every module that keeps something of theirs. The account stays.</summary>
public sealed class EraseOwnData(UnitOfWork work, IEnumerable<IPersonalData> kept, CurrentUser user, AuditTrail audit)
{
    /// <param name="isSure">The person has ticked that nothing brings it back.</param>
    public Task<Result<Done>> RunAsync(bool isSure, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        if (user.Id is not { } me) return CurrentUser.NotAllowed;
        if (!isSure) return Problem.Invalid("sure", "Tick that you want this: nothing brings it back.");
        audit.Record("Account", "DataErased", me);
        foreach (var module in kept) await module.EraseAsync(me, cancel);
        return default(Done);
    }, cancel);
}
