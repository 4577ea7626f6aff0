using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Users.Sessions;

/// <summary>Where a person goes after signing in: only ever to a page of this site, lest a link with our name lead to somebody else's.</summary>
public static class ReturnUrl
{
    public static bool IsSafe(string? url) => RedirectHttpResult.IsLocalUrl(url) && !url!.StartsWith('~');

    public static string Or(string? url, string otherwise) => IsSafe(url) ? url! : otherwise;
}
