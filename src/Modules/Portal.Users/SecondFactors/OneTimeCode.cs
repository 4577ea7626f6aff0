using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Users.SecondFactors;

/// <summary>Codes of authenticator apps: TOTP (RFC 6238) with HMAC-SHA-1, six figures, thirty seconds, which every app understands.</summary>
/// <remarks>The platform's own provider accepts a code again within its time and keeps the secret as it is; hence this one.</remarks>
public static class OneTimeCode
{
    public const int Digits = 6, KeyLength = 20;
    const int StepSeconds = 30;
    /// <summary>Steps before and after now that still count: clocks of telephones go wrong.</summary>
    const int Tolerance = 1;

    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <returns>The code of one step, with its zeros in front.</returns>
    public static string Of(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8], mac = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as every authenticator app speaks it; as a keyed code SHA-1 is not broken.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(new string('0', digits), CultureInfo.InvariantCulture);
    }

    /// <param name="code">As typed: blanks in it do not matter.</param>
    /// <param name="after">The step accepted last; it and earlier ones no longer count.</param>
    /// <returns>The step that the code belongs to, or null.</returns>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long after)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(key, step)), typed) && step > after) found ??= step;
        }

        return found;
    }

    /// <returns>The key as people type it into an app: base 32 (RFC 4648) in groups of four.</returns>
    public static string Text(ReadOnlySpan<byte> key)
    {
        var bits = new StringBuilder();
        foreach (var b in key) bits.Append(Convert.ToString(b, 2).PadLeft(8, '0'));
        return string.Join(' ', bits.ToString().Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five), 2)]).Chunk(4).Select(four => new string(four)));
    }

    /// <returns>The key for an app's camera (Key Uri Format).</returns>
    /// <param name="issuer">Name of the site.</param>
    public static string Uri(ReadOnlySpan<byte> key, string issuer, string account) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={Text(key).Replace(" ", "", StringComparison.Ordinal)}&issuer={System.Uri.EscapeDataString(issuer)}";
}
