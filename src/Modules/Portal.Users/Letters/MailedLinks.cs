using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Mail.Actions;
using Portal.Users.Models;

namespace Portal.Users.Letters;

/// <param name="Link">The stored row.</param>
public sealed record OpenLink(MailedLink Link, LinkContent Content);

/// <summary>Makes and finds the links that are mailed: 256 random bits, good once and for a time.</summary>
public sealed class MailedLinks(PortalDb db, IDataProtectionProvider protection, SendMail mail, TimeProvider clock)
{
    const int RandomBytes = 32;

    public static readonly Problem Spent = Problem.NotFound("This link has been used already, or its time is over. Ask for a new one.");

    readonly IDataProtector protector = protection.CreateProtector("Portal.Users.MailedLink.v1");

    public static TimeSpan LifetimeOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.PasswordReset => TimeSpan.FromHours(1),
        LinkPurpose.Invitation => TimeSpan.FromDays(7),
        _ => TimeSpan.FromHours(24),
    };

    /// <summary>Adds a link to the running change. Earlier ones for the same account and purpose end.</summary>
    /// <returns>The code that is mailed.</returns>
    public async Task<(string Code, MailedLink Link)> AddAsync(LinkPurpose purpose, LinkContent content, CancellationToken cancel, string? userId = null, string? createdBy = null, string? organisation = null)
    {
        if (userId is not null) await db.MailedLinks.Where(l => l.UserId == userId && l.Purpose == purpose).ExecuteDeleteAsync(cancel);
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        var link = new MailedLink
        {
            Id = Ids.New(),
            Hash = HashOf(code),
            Purpose = purpose,
            UserId = userId,
            ProtectedContent = protector.Protect(JsonSerializer.Serialize(content, JsonSerializerOptions.Web)),
            CreatedBy = createdBy,
            OrganisationSet = organisation,
            CreatedUtc = clock.UtcNow,
            ExpiresUtc = clock.UtcNow + LifetimeOf(purpose),
        };
        db.Add(link);
        return (code, link);
    }

    /// <returns>Null where there is no such link, or no longer.</returns>
    public async Task<OpenLink?> FindAsync(string? code, LinkPurpose purpose, CancellationToken cancel)
    {
        var (hash, now) = (HashOf(code ?? ""), clock.UtcNow);
        return await db.MailedLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash && l.Purpose == purpose && l.ExpiresUtc > now, cancel) is { } link ? new(link, ContentOf(link)) : null;
    }

    public LinkContent ContentOf(MailedLink link) => JsonSerializer.Deserialize<LinkContent>(protector.Unprotect(link.ProtectedContent), JsonSerializerOptions.Web)!;

    /// <summary>Uses the link up; a letter with it that lies about is taken back.</summary>
    /// <returns>Whether this change, and no other at the same moment, used the link.</returns>
    public async Task<bool> UseAsync(OpenLink link, CancellationToken cancel)
    {
        if (await db.MailedLinks.Where(l => l.Id == link.Link.Id).ExecuteDeleteAsync(cancel) != 1) return false;
        mail.Forget(link.Link.Id);
        return true;
    }

    static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
