namespace Portal.Users.Models;

/// <summary>The authenticator app of an account.</summary>
public sealed class SecondFactor
{
    public required string UserId { get; init; }
    /// <summary>The shared secret, readable with the portal's keys only.</summary>
    public required string ProtectedKey { get; init; }
    /// <summary>The thirty seconds whose code was accepted last: no code counts twice.</summary>
    public long LastStep { get; set; }
    public DateTime AddedUtc { get; init; }
}

/// <summary>Signs in once in the place of a lost authenticator. Deleted when used.</summary>
public sealed class RecoveryCode
{
    public required string UserId { get; init; }
    /// <summary>Derived from the code and the account; see <see cref="SecondFactors.RecoveryCodes"/>.</summary>
    public required string Hash { get; init; }
}
