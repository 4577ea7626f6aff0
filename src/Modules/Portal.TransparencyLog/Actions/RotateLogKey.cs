using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.TransparencyLog.Signing;

namespace Portal.TransparencyLog.Actions;

/// <summary>Gives the log a new key: the old one signs it as its last act, the log records it, and the old private key is gone from here.</summary>
public sealed class RotateLogKey(UnitOfWork work, LogKeys keys, SigningKeyFile file, CurrentUser user, AuditTrail audit)
{
    /// <returns>Id of the new key.</returns>
    public async Task<Result<string>> RunAsync(CancellationToken cancel)
    {
        var rotated = await work.RunAsync<string>(async () =>
        {
            user.Demand(StandardPermissions.SiteOwner);
            await work.AloneAsync("TransparencyLog", cancel);
            if (await keys.NewestAsync(cancel) is not { } old) return Problem.Conflict("The log has no key yet; it makes its first one when something happens.");
            using var signing = await keys.SigningAsync(cancel);
            using var next = file.Next();
            keys.Record(next, old.Number + 1, endorsement: signing.Sign(next.PublicKey));
            audit.Record("TransparencyLog", "KeyRotated", next.Id);
            return next.Id;
        }, cancel);
        // Once it is recorded nobody signs with the old one. A crash before this line is mended when the key is next asked for.
        if (rotated.Succeeded) file.Adopt();
        return rotated;
    }
}
