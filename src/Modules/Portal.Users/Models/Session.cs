namespace Portal.Users.Models;

/// <summary>How somebody proved to be who they are.</summary>
public enum SignInMethod
{
    Password,
    /// <summary>And a code of an authenticator app.</summary>
    PasswordAndCode,
    /// <summary>And a recovery code.</summary>
    PasswordAndRecoveryCode,
    Passkey,
}

/// <summary>A browser that is signed in. Without its row the browser's cookie is worth nothing.</summary>
public sealed class UserSession
{
    /// <summary>Longest time from signing in until one has to do it again, however busy the session is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    /// <summary>Longest time between two requests.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(8);

    public required string Id { get; init; }
    public required string UserId { get; init; }
    /// <summary>What the browser is, roughly; see <see cref="Sessions.ClientKind"/>.</summary>
    public required string Client { get; init; }
    public SignInMethod Method { get; init; }
    public DateTime SignedInUtc { get; init; }
    public DateTime LastSeenUtc { get; set; }
}

/// <summary>An attempt to sign in, for the person whose account it is. No network address, no place. Kept for ninety days.</summary>
public sealed class SignInAttempt
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public long Id { get; init; }
    public required string UserId { get; init; }
    public DateTime AtUtc { get; init; }
    public required string Client { get; init; }
    public SignInMethod Method { get; init; }
    public bool Succeeded { get; init; }
}
