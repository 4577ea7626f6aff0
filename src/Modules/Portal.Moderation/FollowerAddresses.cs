using Microsoft.AspNetCore.DataProtection;

namespace Portal.Moderation;

/// <summary>Addresses of followers, readable with the portal's keys only.</summary>
public sealed class FollowerAddresses(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Portal.Moderation.Follower.v1");

    public string Protect(string address) => protector.Protect(address);

    public string Read(string stored) => protector.Unprotect(stored);
}
