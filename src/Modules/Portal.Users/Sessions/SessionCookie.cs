using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Users.Tokens;

namespace Portal.Users.Sessions;

/// <summary>The cookie of a session: the ids of account and session, nothing else.</summary>
public sealed class SessionCookie(IHttpContextAccessor http)
{
    const string Key = "session";

    HttpContext Context => http.HttpContext!;

    /// <summary>Session of this request; null where nobody is signed in by cookie.</summary>
    public string? SessionId => Context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties is { } properties ? IdOf(properties) : null;

    /// <summary>What this request's browser is, roughly.</summary>
    public string Client => ClientKind.Of(Context.Request.Headers.UserAgent);

    public Task WriteAsync(string userId, string sessionId)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId)], IdentityConstants.ApplicationScheme);
        return Context.SignInAsync(IdentityConstants.ApplicationScheme, new(identity), new AuthenticationProperties { Items = { [Key] = sessionId } });
    }

    public Task TakeBackAsync() => Context.SignOutAsync(IdentityConstants.ApplicationScheme);

    static string? IdOf(AuthenticationProperties properties) => properties.Items.TryGetValue(Key, out var id) ? id : null;

    /// <summary>Asks at every request whether the session still lives, and as whom.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (userId, sessionId) = (context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), IdOf(context.Properties));
        if (userId is not null && sessionId is not null && await services.GetRequiredService<LiveAccounts>().FindAsync(userId, sessionId) is { } now)
        {
            context.ReplacePrincipal(now);
            services.GetRequiredService<LastUses>().NoteSession(sessionId);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
