using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Portal.BrowserTests.Accounts;

/// <summary>An authenticator app (RFC 6238), as a person has one on the telephone.</summary>
sealed class App(string letters)
{
    readonly byte[] key = [.. string.Concat(letters.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'))).Chunk(8).Select(b => Convert.ToByte(new string(b), 2))];

    /// <param name="steps">Times thirty seconds from now.</param>
    public string Code(int steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // RFC 6238 as every authenticator app speaks it.
        var mac = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & int.MaxValue) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
