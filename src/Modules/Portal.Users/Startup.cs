using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Letters;
using Portal.Users.Passwords;
using Portal.Users.Privacy;
using Portal.Users.Queries;
using Portal.Users.SecondFactors;
using Portal.Users.Sessions;
using Portal.Users.Tokens;

namespace Portal.Users;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions<UserPermissions>().AddPersonalData<AccountData>().AddPersonalDataLabels(PersonalDataNames.Labels).AddSingleton(PersonalDataNames.OfMails).AddNavigation<AccountNavigation>().AddActions<SignIn>().AddQueries<OwnAccount>();
        AccountProcessing.Declare(services);
        services.AddScoped<AccountAccess>().AddScoped<Membership>().AddScoped<InvitationRights>().AddScoped<NewAccounts>().AddScoped<KnownTokens>().AddScoped<PasswordCheck>().AddScoped<OwnPassword>();
        services.AddScoped<MailedLinks>().AddScoped<LetterRequests>().AddScoped<AccountMails>().AddOutboxHandler<LetterWriter>();
        services.AddScoped<LiveAccounts>().AddScoped<SessionStart>().AddScoped<SessionCookie>().AddScoped<PendingSignIn>().AddNotificationKind(SessionStart.NewClient);
        services.AddScoped<AccountErasure>().AddScoped<IErasureReplay, AccountErasureReplay>();
        services.AddSettings(SecondFactorRule.Group).AddScoped<SecondFactorRule>().AddScoped<SecondFactorKeys>().AddScoped<AccountLimits>();
        services.AddSingleton<LastUses>().AddHostedService(s => s.GetRequiredService<LastUses>());
        services.AddJob<ForgetOldSignIns>(every: TimeSpan.FromHours(1));
        services.Configure<MvcOptions>(o =>
        {
            o.Filters.Add<PasswordChangeFirst>();
            o.Filters.Add<SecondFactorFirst>();
        });
        AddAccounts(services);
        services.AddSignInSchemes();
    }

    /// <summary>Where password managers look for the page that changes a password (W3C, A Well-Known URL for Changing Passwords).</summary>
    public override void Configure(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/change-password", () => Results.LocalRedirect(PasswordChangeFirst.Page)).ExcludeFromDescription();

    static void AddAccounts(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<User>(o =>
            {
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                o.User.RequireUniqueEmail = true;
            })
            .AddRoles<Role>()
            .AddEntityFrameworkStores<PortalDb>()
            .AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required"));
        // Ours replace the platform's rules on capitals, digits and signs.
        services.AddScoped<IPasswordValidator<User>, PasswordRulesValidator>();
        foreach (var own in services.Where(s => s.ServiceType == typeof(IPasswordValidator<User>) && s.ImplementationType == typeof(PasswordValidator<User>)).ToList()) services.Remove(own);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordCheck.Rounds);
    }
}
