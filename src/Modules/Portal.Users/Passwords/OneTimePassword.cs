using System.Security.Cryptography;

namespace Portal.Users.Passwords;

/// <summary>A password that the portal gives out and that must be changed at the next sign-in.</summary>
public static class OneTimePassword
{
    /// <summary>Who has not signed in with it by then needs another one.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    // No letters or digits that look alike: people read it off a console or a sheet of paper.
    const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <returns>Four groups of five characters: 99 random bits.</returns>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
