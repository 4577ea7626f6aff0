using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Cms.Data;

namespace Portal.Users.Tokens;

/// <summary>Signs a request in by <c>Authorization: Bearer portal_…</c> (RFC 6750).</summary>
public sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KnownTokens tokens, LastUses uses, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Token";
    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var token = header[Bearer.Length..].Trim();
        if (!TokenText.IsWellFormed(token)) return AuthenticateResult.Fail("The token has the wrong form.");
        if (await tokens.FindAsync(token) is not { } known) return AuthenticateResult.Fail("The token is unknown.");
        if (known.ExpiresUtc <= clock.UtcNow) return AuthenticateResult.Fail("The token has expired.");

        uses.NoteToken(known.Id);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(known.Claims, Name)), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await base.HandleChallengeAsync(properties);
        Response.Headers[HeaderNames.WWWAuthenticate] = (await HandleAuthenticateOnceSafeAsync()).Failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
    }
}
