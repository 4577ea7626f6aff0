using Microsoft.Extensions.Localization;

namespace Portal.Users;

/// <summary>What the portal's own roles are called; a role that an administrator made is called as they called it.</summary>
public static class RoleNames
{
    public static IReadOnlyList<string> BuiltIn { get; } = ["Administrator", "Moderator", "NetworkEditor", "MemberEditor", "OrganisationOwner", "Translator", "InstitutionOfficial", "Authenticated", "Anonymous"];

    public static string Of(string role, IStringLocalizer text) => MessageOf(role) is { } message ? text[message] : role;

    /// <returns>English message id, or null.</returns>
    public static string? MessageOf(string role) => role switch
    {
        "Administrator" => "Administrator",
        "Moderator" => "Moderator",
        "NetworkEditor" => "Network editor",
        "MemberEditor" => "Member editor",
        "OrganisationOwner" => "Organisation owner",
        "Translator" => "Translator",
        "InstitutionOfficial" => "Institution official",
        "Authenticated" => "Everybody who is signed in",
        "Anonymous" => "Everybody",
        _ => null,
    };
}
