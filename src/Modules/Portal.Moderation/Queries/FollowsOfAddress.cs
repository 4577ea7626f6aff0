using Microsoft.EntityFrameworkCore;
using Portal.Cms.Data;
using Portal.Moderation.Models;

namespace Portal.Moderation.Queries;

/// <summary>What an address follows. Followers stand under hashes that differ from consultation to consultation, so the address is tried with each.</summary>
public sealed class FollowsOfAddress(PortalDb db, AddressKeys keys)
{
    /// <returns>Follows that were not stopped, the newest first.</returns>
    public async Task<IReadOnlyList<Follower>> RunAsync(string? address, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(address)) return [];
        var sets = await db.Followers.Where(f => f.StoppedUtc == null).Select(f => f.ConsultationSet).Distinct().ToListAsync(cancel);
        var own = sets.ConvertAll(set => keys.OfAddress(set, address));
        return await db.Followers.AsNoTracking().Where(f => own.Contains(f.AddressKey) && f.StoppedUtc == null).OrderByDescending(f => f.SinceUtc).ToListAsync(cancel);
    }

    /// <returns>What the confirmed address of an account follows.</returns>
    public async Task<IReadOnlyList<Follower>> OfAccountAsync(string userId, CancellationToken cancel) =>
        await RunAsync(await db.Users.Where(u => u.Id == userId && u.EmailConfirmed).Select(u => u.Email).SingleOrDefaultAsync(cancel), cancel);
}
