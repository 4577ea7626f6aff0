using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Users.Models;
using Portal.Users.SecondFactors;

namespace Portal.IntegrationTests.Hosting;

/// <summary>The authenticator app of the accounts that tests sign in with.</summary>
public static class Authenticator
{
    static readonly byte[] Key = [.. Enumerable.Range(1, OneTimeCode.KeyLength).Select(i => (byte)i)];

    public static string CodeAt(FakeClock clock, int steps = 0) => OneTimeCode.Of(Key, OneTimeCode.StepAt(clock.GetUtcNow()) + steps);

    /// <summary>What an app makes of the letters that a person typed into it.</summary>
    public static string CodeOf(string letters, FakeClock clock)
    {
        var bits = string.Concat(letters.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return OneTimeCode.Of(bits.Chunk(8).Select(b => Convert.ToByte(new string(b), 2)).ToArray(), OneTimeCode.StepAt(clock.GetUtcNow()));
    }

    /// <summary>Adds the app to the account, or lets its codes count again: the tests' clock stands still.</summary>
    public static Task EnrolAsync(TestPortal portal, string user) => portal.AsSystemAsync(async services =>
    {
        var (db, keys) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<SecondFactorKeys>());
        return await services.GetRequiredService<UnitOfWork>().RunAsync<Done>(async () =>
        {
            var id = await db.Users.Where(u => u.UserName == user).Select(u => u.Id).SingleAsync();
            await db.SecondFactors.Where(f => f.UserId == id).ExecuteDeleteAsync();
            db.Add(new SecondFactor { UserId = id, ProtectedKey = keys.Protect(Key), AddedUtc = portal.Clock.GetUtcNow().UtcDateTime });
            return default(Done);
        }, CancellationToken.None);
    });
}
