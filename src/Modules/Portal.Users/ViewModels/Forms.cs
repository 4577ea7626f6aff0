namespace Portal.Users.ViewModels;

public sealed record SignInForm
{
    public string UserName { get; init; } = "";
    public string Password { get; init; } = "";
    /// <summary>Where the person was going; used only when it is a page of this site.</summary>
    public string? ReturnUrl { get; init; }
}

public sealed record PasswordForm
{
    public string CurrentPassword { get; init; } = "";
    public string NewPassword { get; init; } = "";
    public string RepeatedPassword { get; init; } = "";
    /// <summary>The password was given out by the portal, so there is nothing else to do first.</summary>
    public bool IsForced { get; init; }
}

/// <param name="Culture">Code of the chosen language; null = as the browser asks.</param>
/// <param name="Saved">The choice was just stored.</param>
public sealed record AccountPage(string UserName, string Email, IReadOnlyList<string> Roles, string? Culture, bool Saved);
