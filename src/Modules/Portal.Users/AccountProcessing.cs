using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Privacy;

namespace Portal.Users;

/// <summary>What is done with data about the people behind accounts, and about whoever sends something.</summary>
static class AccountProcessing
{
    public static void Declare(IServiceCollection services) => services
        .AddProcessing(new ProcessingActivity(
            "Accounts",
            "To sign in, and to know who may do what.",
            "User name, e-mail address, fingerprint of the password, roles, organisation, language; tokens for programs.",
            "As long as there is the account.",
            "In the database. Its holder sees it, and administrators.",
            "AspNetUsers", "AspNetUserClaims", "AspNetUserLogins", "AspNetUserRoles", "AspNetUserTokens", "ApiToken", "AspNetUserPasskeys", "SecondFactor", "RecoveryCode", "MailedLink", "NotificationChoice"))
        .AddProcessing(new ProcessingActivity(
            "Sign-ins",
            "So that people notice when somebody else has signed in with their account.",
            "Account, time, kind of browser, and whether it succeeded; no address.",
            "90 days.",
            "In the database. Its holder sees it.", "SignInAttempt", "UserSession"))
        .AddProcessing(new ProcessingActivity(
            "Record of who did what",
            "So that misuse comes to light.",
            "Account, time, what was done to which item; no address, and nothing of what anybody wrote.",
            "As long as the portal runs.",
            "In the database. Administrators read it; of an item, its editors.", "AuditTrailEvent"))
        .AddProcessing(new ProcessingActivity(
            "Limits on sending",
            "So that nobody drowns the others out.",
            "A shortened fingerprint of the internet address, made with a key of the day.",
            "A day at most; then the key is gone.",
            "In memory, joined to nothing."))
        .AddImpersonalTables("AspNetRoles", "AspNetRoleClaims", "ChangeLog", "DataProtectionKey", "Feature", "Setting", "ContentDefinition", "ContentPath", "ContentReference");
}
