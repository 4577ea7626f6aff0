using Portal.Cms.Security;
using Portal.Users.Models;

namespace Portal.Users.ViewModels;

/// <summary>One field of a form: label, hint, error and input belong together.</summary>
/// <param name="Label">In the reader's language.</param>
/// <param name="Value">What was typed; never a password.</param>
public sealed record InputField(string Name, string Label, string Type = "text", string? Value = null, string? Hint = null, string? Autocomplete = null, int? MinLength = null, int? MaxLength = null, bool IsRequired = true, string? InputMode = null);

public sealed record SignInForm
{
    public string? UserName { get; init; }
    public string? Password { get; init; }
    /// <summary>Where the person was going; used only when it is a page of this site.</summary>
    public string? ReturnUrl { get; init; }
}

public sealed record CodeForm
{
    public string? Code { get; init; }
    public string? ReturnUrl { get; init; }
    /// <summary>A passkey can be used in the place of a code.</summary>
    public bool HasPasskey { get; init; }
    public bool HasApp { get; init; } = true;
}

public sealed record EmailForm
{
    public string? Email { get; init; }
    /// <summary>The letter was asked for; whether one was sent is not told.</summary>
    public bool IsDone { get; init; }
}

/// <summary>A password that is chosen by way of a mailed link.</summary>
public sealed record NewPasswordForm
{
    public string? Code { get; init; }
    /// <summary>Only where an invited person chooses one.</summary>
    public string? UserName { get; init; }
    public string? NewPassword { get; init; }
    public string? RepeatedPassword { get; init; }
    /// <summary>Whose account it will be.</summary>
    public string Email { get; init; } = "";
    /// <summary>What an invited person will be.</summary>
    public string? Role { get; init; }
}

public sealed record PasswordForm
{
    public string? CurrentPassword { get; init; }
    public string? NewPassword { get; init; }
    public string? RepeatedPassword { get; init; }
    /// <summary>The password was given out by the portal, so there is nothing else to do first.</summary>
    public bool IsForced { get; init; }
}

public sealed record AddressForm
{
    public string? Email { get; init; }
    public string? CurrentPassword { get; init; }
    public bool IsDone { get; init; }
}

public sealed record PreferencesForm
{
    public string? DisplayName { get; init; }
    public string? Culture { get; init; }
    public string? TimeZone { get; init; }
    /// <summary>Null where none is chosen: the platform fills no list that is there already.</summary>
    public IReadOnlyList<string>? Wanted { get; init; }
}

/// <param name="Offer">The secret, protected, as the form carries it.</param>
/// <param name="Key">The secret in letters.</param>
/// <param name="Picture">Path data of the QR code.</param>
/// <param name="Size">Modules of the QR code on one side.</param>
public sealed record SecondFactorPage(string Offer, string Key, string Picture, int Size, bool IsForced, bool IsReplacement);

/// <param name="NextPage">Where to go on when they are kept.</param>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, string NextPage);

/// <param name="Culture">Code of the chosen language; null = as the browser asks.</param>
public sealed record AccountPage(string UserName, string Email, bool IsCitizen, IReadOnlyList<string> Roles, string? Organisation, string? OrganisationSet, PreferencesForm Preferences, IReadOnlyList<NotificationKind> Kinds);

public sealed record PasskeyRow(string Id, string Name, DateTime AddedUtc);

public sealed record SecurityPage(bool IsFactorRequired, DateTime? FactorAddedUtc, int RecoveryCodesLeft, IReadOnlyList<PasskeyRow> Passkeys, IReadOnlyList<UserSession> Sessions, string? OwnSessionId, IReadOnlyList<SignInAttempt> Attempts);

public sealed record TokenRow(string Id, string Name, IReadOnlyList<string> Scopes, DateTime CreatedUtc, DateTime? ExpiresUtc, DateTime? LastUsedUtc);

public sealed record TokenForm
{
    public string? Name { get; init; }
    public IReadOnlyList<string>? Scopes { get; init; }
    /// <summary>Days until the token ends.</summary>
    public int Days { get; init; } = 90;
}

/// <param name="Made">The token that was just made; shown once.</param>
public sealed record TokensPage(IReadOnlyList<TokenRow> Tokens, TokenForm Form, string? Made);

public sealed record InvitationForm
{
    public string? Email { get; init; }
    public string? Role { get; init; }
    public string? Organisation { get; init; }
    public string? Culture { get; init; }
    public bool IsSent { get; init; }
}
