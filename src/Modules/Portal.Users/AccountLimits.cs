using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Cms;
using Portal.Cms.Security;

namespace Portal.Users;

/// <summary>How often one connection, and one address, may ask things that can be used to guess or to flood.</summary>
public sealed class AccountLimits(RequestLimits limits, IHttpContextAccessor http)
{
    static readonly RequestLimit WrongPasswords = new("wrong-passwords", 60, TimeSpan.FromMinutes(15));
    static readonly RequestLimit Letters = new("account-letters", 30, TimeSpan.FromHours(1));
    static readonly RequestLimit LettersToOne = new("account-letters-to-one", 3, TimeSpan.FromHours(1));

    public static readonly Problem TooMany = Problem.Conflict("There were too many attempts from your connection. Please try again in an hour.");

    IPAddress? From => http.HttpContext?.Connection.RemoteIpAddress;

    /// <summary>Whether this connection may still try passwords.</summary>
    public bool MayTryPasswords => limits.HasLeft(WrongPasswords, From);

    public void NoteWrongPassword() => limits.TryUse(WrongPasswords, From);

    /// <summary>Whether this connection may ask for another letter.</summary>
    public bool MayAskForLetter() => limits.TryUse(Letters, From);

    /// <summary>Whether another letter may go to this address: nobody can have somebody else's letter box filled. Who asks is not told.</summary>
    public bool MayWriteTo(string email) => limits.TryUse(LettersToOne, email.Trim());
}
