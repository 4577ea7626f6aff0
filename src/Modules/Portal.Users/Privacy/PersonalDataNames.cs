using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Privacy;
using Portal.Cms.Security;

namespace Portal.Users.Privacy;

/// <summary>What people read beside what is kept about their account.</summary>
static class PersonalDataNames
{
    /// <summary>Members of the data, and values of fixed lists as <c>member:value</c>, each with the English message id that people see.</summary>
    static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["userName"] = "User name",
        ["displayName"] = "Name shown to other editors",
        ["email"] = "E-mail address",
        ["createdUtc"] = "Made",
        ["culture"] = "Language of your pages and of mail",
        ["timeZone"] = "Times are shown in",
        ["organisation"] = "Organisation",
        ["roles"] = "Roles",
        ["mailsWanted"] = "Mails that you want",
        ["secondFactorSinceUtc"] = "Authenticator app since",
        ["recoveryCodes"] = "Recovery codes left",
        ["passkeys"] = "Passkeys",
        ["name"] = "Name",
        ["sessions"] = "Where you are signed in",
        ["browser"] = "Kind of browser",
        ["method"] = "Way of signing in",
        ["signedInUtc"] = "Signed in",
        ["lastSeenUtc"] = "Last seen",
        ["signIns"] = "Sign-ins of the last ninety days",
        ["succeeded"] = "Succeeded",
        ["tokens"] = "Tokens for programs",
        ["scopes"] = "Scopes",
        ["expiresUtc"] = "Good until",
        ["lastUsedUtc"] = "Last used",
        ["record"] = "What the record says that you did",
        ["atUtc"] = "When",
        ["what"] = "What",
        ["subject"] = "Of which thing",
        ["method:Password"] = "Password",
        ["method:PasswordAndCode"] = "Password and code",
        ["method:PasswordAndRecoveryCode"] = "Password and recovery code",
        ["method:Passkey"] = "Passkey",
    };

    public static readonly PersonalDataLabels Labels = new(Members);

    /// <summary>Mails as the page of choices calls them, whichever modules send them.</summary>
    public static PersonalDataLabels OfMails(IServiceProvider services) => new(services.GetServices<NotificationKind>().ToDictionary(k => $"mailsWanted:{k.Name}", k => k.Description, StringComparer.Ordinal));
}
