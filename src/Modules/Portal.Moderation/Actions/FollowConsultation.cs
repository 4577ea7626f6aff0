using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Mail.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Queries;

namespace Portal.Moderation.Actions;

/// <summary>Writes down that an address is told of what becomes of a consultation, and that it is told no more.</summary>
public sealed class FollowConsultation(PortalDb db, UnitOfWork work, AddressKeys keys, FollowerAddresses addresses, FollowsOfAddress follows, SendMail mail, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Somebody confirmed an address in order to follow. Also begins anew what they had stopped.</summary>
    public Task<Result<Done>> ConfirmedAsync(string consultationSet, string address, string culture, CancellationToken cancel) => AddAsync(consultationSet, address, culture, tookPart: false, cancel);

    /// <summary>Somebody took part and left an address. Does not begin anew what they had stopped.</summary>
    public Task<Result<Done>> AfterTakingPartAsync(string consultationSet, string address, string culture, CancellationToken cancel) => AddAsync(consultationSet, address, culture, tookPart: true, cancel);

    /// <summary>No more mails to this follower. Its address is forgotten; that it stopped is not.</summary>
    public Task<Result<Done>> StopAsync(string followerId, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var follower = await db.Followers.SingleOrDefaultAsync(f => f.Id == followerId, cancel);
        if (follower is not { StoppedUtc: null }) return default(Done);
        (follower.StoppedUtc, follower.ProtectedAddress) = (clock.UtcNow, null);
        mail.Forget(followerId);
        audit.RecordUnnamed("Follower", "Stopped", followerId);
        return default(Done);
    }, cancel);

    /// <summary>The same by somebody whose account has the address; nobody else's follow is found.</summary>
    public async Task<Result<Done>> StopOwnAsync(string followerId, CancellationToken cancel)
    {
        if (user.Id is not { } me) return CurrentUser.NotAllowed;
        return (await follows.OfAccountAsync(me, cancel)).Any(f => f.Id == followerId) ? await StopAsync(followerId, cancel) : Problem.NotFound("You follow nothing of this kind.");
    }

    /// <summary>The author of a withdrawn submission has nothing to do with the consultation any more, unless they follow it of their own. That they wanted no mails stays, without their address, should they take part once more.</summary>
    public async Task ForgetParticipantAsync(string consultationSet, string address, CancellationToken cancel)
    {
        var key = keys.OfAddress(consultationSet, address);
        if (await db.Followers.SingleOrDefaultAsync(f => f.ConsultationSet == consultationSet && f.AddressKey == key && f.TookPart && f.StoppedUtc == null, cancel) is not { } follower) return;
        db.FollowerNotices.RemoveRange(await db.FollowerNotices.Where(n => n.FollowerId == follower.Id).ToListAsync(cancel));
        db.Followers.Remove(follower);
        mail.Forget(follower.Id);
    }

    Task<Result<Done>> AddAsync(string set, string address, string culture, bool tookPart, CancellationToken cancel) => work.RunAsync<Done>(async () =>
    {
        var key = keys.OfAddress(set, address);
        if (await db.Followers.SingleOrDefaultAsync(f => f.ConsultationSet == set && f.AddressKey == key, cancel) is { } known)
        {
            if (tookPart) return default(Done);
            if (known.StoppedUtc is not null) known.SinceUtc = clock.UtcNow;
            (known.StoppedUtc, known.ProtectedAddress, known.Culture, known.TookPart) = (null, addresses.Protect(address), culture, false);
        }
        else
        {
            db.Followers.Add(new() { Id = Ids.New(), ConsultationSet = set, AddressKey = key, ProtectedAddress = addresses.Protect(address), Culture = culture, SinceUtc = clock.UtcNow, TookPart = tookPart });
        }

        audit.RecordUnnamed("Follower", tookPart ? "TookPart" : "Confirmed", set);
        return default(Done);
    }, cancel);
}
