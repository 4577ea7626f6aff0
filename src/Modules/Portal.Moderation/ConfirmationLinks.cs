using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Cms.Data;

namespace Portal.Moderation;

/// <summary>What following a link from a mail does.</summary>
public enum LinkPurpose
{
    /// <summary>The address of a submission is its author's.</summary>
    Submission,
    /// <summary>The reader of this address agrees with a comment.</summary>
    Agree,
    /// <summary>The reader of this address wants to follow a consultation.</summary>
    Follow,
    /// <summary>The reader of this address wants no more mails about a consultation. Never expires.</summary>
    Stop,
}

/// <param name="Id">The submission, consultation or follower that it is about.</param>
/// <param name="Address">The address that is confirmed; for a submission and an agreement its key only.</param>
/// <param name="Culture">Culture code of its reader.</param>
public sealed record MailLink(LinkPurpose Purpose, string Id, string? Address, string Culture, DateTime IssuedUtc);

/// <summary>Makes and reads the links in mails. They are signed and unreadable to others, so that nothing has to be stored until somebody follows one.</summary>
public sealed class ConfirmationLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    readonly IDataProtector protector = protection.CreateProtector("Portal.Moderation.MailLink.v1");

    /// <returns>Path of the page that asks to confirm, from the root.</returns>
    public string PathTo(LinkPurpose purpose, string id, string? address, string culture)
    {
        var token = protector.Protect(JsonSerializer.Serialize(new MailLink(purpose, id, address, culture, clock.UtcNow)));
        return purpose == LinkPurpose.Stop ? $"/{culture}/follow/stop/{token}" : $"/{culture}/confirm/{token}";
    }

    /// <returns>What the link says, or null where it is not one of ours.</returns>
    public MailLink? Read(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2000) return null;
        try { return JsonSerializer.Deserialize<MailLink>(protector.Unprotect(token)); }
        catch (CryptographicException) { return null; }
    }

    public bool IsExpired(MailLink link, TimeSpan lifetime) => link.Purpose != LinkPurpose.Stop && clock.UtcNow - link.IssuedUtc > lifetime;
}
