using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Portal.Users.Sessions;

/// <summary>Remembers in a cookie, for a few minutes, whose password was right while the second factor is still to come.</summary>
public sealed class PendingSignIn(IHttpContextAccessor http)
{
    public const string Scheme = "PendingSignIn";
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    HttpContext Context => http.HttpContext!;

    public Task KeepAsync(string userId) => Context.SignInAsync(Scheme, new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId)], Scheme)));

    /// <returns>Id of the account, or null where nobody is half signed in.</returns>
    public async Task<string?> FindAsync() => (await Context.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier);

    public Task ForgetAsync() => Context.SignOutAsync(Scheme);
}
