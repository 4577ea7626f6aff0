namespace Portal.Users.Models;

public enum LinkPurpose { Registration, PasswordReset, NewAddress, Invitation }

/// <summary>A link that was mailed to somebody and that works once, for a time. The link itself is nowhere kept, only a hash of its code.</summary>
public sealed class MailedLink
{
    public required string Id { get; init; }
    /// <summary>SHA-256 of the code, hexadecimal.</summary>
    public required string Hash { get; init; }
    public LinkPurpose Purpose { get; init; }
    /// <summary>The account that it is about; null where there is none yet.</summary>
    public string? UserId { get; init; }
    /// <summary>A <see cref="LinkContent"/>, readable with the portal's keys only.</summary>
    public required string ProtectedContent { get; init; }
    /// <summary>Who invited; null for every other purpose.</summary>
    public string? CreatedBy { get; init; }
    /// <summary>Localization set of the organisation that an invited person is to speak for.</summary>
    public string? OrganisationSet { get; init; }
    public DateTime CreatedUtc { get; init; }
    public DateTime ExpiresUtc { get; init; }
}

/// <param name="Email">Where the link was sent.</param>
/// <param name="Culture">Culture code that the person chose.</param>
/// <param name="Role">Of an invitation.</param>
public sealed record LinkContent(string Email, string Culture, string? Role = null);
