using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Localization;
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
        ["organisationName"] = "Organisation",
        ["organisation"] = "Id of the organisation",
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
        ["kind"] = "Kind",
        ["what"] = "What",
        ["subjectTitle"] = "Of which thing",
        ["subject"] = "Id of the thing",
        ["method:Password"] = "Password",
        ["method:PasswordAndCode"] = "Password and code",
        ["method:PasswordAndRecoveryCode"] = "Password and recovery code",
        ["method:Passkey"] = "Passkey",
    };

    /// <summary>With the values that have their names elsewhere. A language is called by its own name everywhere.</summary>
    public static readonly PersonalDataLabels Labels = new(Members
        .Concat(Culture.All.Select(c => KeyValuePair.Create($"culture:{c.Code}", c.NativeName)))
        .Concat(TimeZones.All.Select(z => KeyValuePair.Create($"timeZone:{z}", TimeZones.NameOf(z))))
        .Concat(RoleNames.BuiltIn.Select(r => KeyValuePair.Create($"roles:{r}", RoleNames.MessageOf(r)!)))
        .ToDictionary(StringComparer.Ordinal));

    /// <summary>Mails and notifications as the page of choices calls them, whichever modules send them.</summary>
    public static PersonalDataLabels OfMails(IServiceProvider services) => new(services.GetServices<NotificationKind>().SelectMany(k => new[] { $"mailsWanted:{k.Name}", $"kind:{k.Name}" }, (k, member) => KeyValuePair.Create(member, k.Description)).ToDictionary(StringComparer.Ordinal));
}
