using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Cms.Security;

/// <summary>How often one party may do one thing.</summary>
/// <param name="Name">What is counted; limits of the same name share their counts.</param>
/// <param name="Times">Uses within <paramref name="Per"/> that are within the limit.</param>
/// <param name="Per">Length of the window, which begins with the first use. At most a day.</param>
public sealed record RequestLimit(string Name, int Times, TimeSpan Per);

/// <summary>Counts how often somebody did something, without knowing who: 40 bits of an HMAC of the address under a random key that lives for one day (UTC) in this process's memory and is never written anywhere.</summary>
/// <remarks>40 bits are enough to tell a day's parties apart and too few to say with certainty which address it was. What is beyond its limit should lead to a question or a pause, not to a closed door: one connection may be a village meeting.
/// Each node of several counts for itself.</remarks>
public sealed class RequestLimits(TimeProvider clock) : IDisposable
{
    /// <summary>Parties counted at once. Beyond it new ones count as being over their limit, so that made-up addresses fill no memory and push nobody's count out.</summary>
    public const int MostParties = 200_000;

    readonly Lock guard = new();
    readonly Dictionary<(string Limit, long Party), Window> windows = [];
    readonly byte[] key = new byte[32];
    DateOnly day;

    record struct Window(DateTime Ends, int Uses);

    /// <summary>Counts one more use by a network address.</summary>
    /// <param name="address">Null, or this machine's own: the connection cannot be told from others (a proxy that passes no addresses on); such uses are not counted.</param>
    /// <returns>Whether this use is within the limit.</returns>
    public bool TryUse(RequestLimit limit, IPAddress? address) => address is null || IPAddress.IsLoopback(address) || TryUse(limit, BytesOf(address));

    /// <summary>Counts one more use by, or against, something that has a name: an account, an e-mail address.</summary>
    /// <param name="party">Compared without regard to the case of letters.</param>
    /// <returns>Whether this use is within the limit.</returns>
    public bool TryUse(RequestLimit limit, string party) => TryUse(limit, Encoding.UTF8.GetBytes(party.ToUpperInvariant()));

    /// <summary>Whether the next use would be within the limit; counts nothing.</summary>
    public bool HasLeft(RequestLimit limit, IPAddress? address) => address is null || IPAddress.IsLoopback(address) || HasLeft(limit, BytesOf(address));

    /// <summary>Whether the next use would be within the limit; counts nothing.</summary>
    public bool HasLeft(RequestLimit limit, string party) => HasLeft(limit, Encoding.UTF8.GetBytes(party.ToUpperInvariant()));

    public void Dispose() => CryptographicOperations.ZeroMemory(key);

    bool TryUse(RequestLimit limit, byte[] party)
    {
        lock (guard)
        {
            var (now, id) = (Today(), PartyOf(limit, party));
            if (windows.TryGetValue(id, out var window) && window.Ends > now)
            {
                windows[id] = window with { Uses = window.Uses + 1 };
                return window.Uses < limit.Times;
            }

            if (windows.Count >= MostParties) DropEnded(now);
            if (windows.Count >= MostParties) return false;
            windows[id] = new(now + limit.Per, 1);
            return limit.Times > 0;
        }
    }

    bool HasLeft(RequestLimit limit, byte[] party)
    {
        lock (guard)
        {
            var now = Today();
            return windows.TryGetValue(PartyOf(limit, party), out var window) && window.Ends > now ? window.Uses < limit.Times : limit.Times > 0 && windows.Count < MostParties;
        }
    }

    /// <summary>Begins the day with a key of its own: yesterday's counts mean nothing any more and go with their key.</summary>
    /// <returns>Now, UTC.</returns>
    DateTime Today()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (DateOnly.FromDateTime(now) == day) return now;
        day = DateOnly.FromDateTime(now);
        windows.Clear();
        RandomNumberGenerator.Fill(key);
        return now;
    }

    void DropEnded(DateTime now)
    {
        foreach (var (id, window) in windows)
        {
            if (window.Ends <= now) windows.Remove(id);
        }
    }

    (string, long) PartyOf(RequestLimit limit, byte[] party)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, party, mac);
        return (limit.Name, (long)(BinaryPrimitives.ReadUInt64BigEndian(mac) >> 24));
    }

    /// <summary>IPv4 whole; of IPv6 the first 64 bits, because whoever has one address there has all of its network.</summary>
    static byte[] BytesOf(IPAddress address)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return bytes.Length == 16 ? bytes[..8] : bytes;
    }
}
