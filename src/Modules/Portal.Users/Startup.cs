using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Users.Actions;
using Portal.Users.Passwords;
using Portal.Users.Queries;
using Portal.Users.Sessions;
using Portal.Users.Tokens;

namespace Portal.Users;

public sealed class Startup : StartupBase
{
    /// <summary>The API takes tokens, pages take the cookie: no foreign page can make a browser use the API in its owner's name.</summary>
    const string CookieOrToken = "CookieOrToken";

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddPermissions<UserPermissions>().AddNavigation<AccountNavigation>().AddActions<SignIn>().AddQueries<OwnAccount>();
        services.AddScoped<AccountAccess>().AddScoped<KnownTokens>().AddScoped<PasswordCheck>();
        services.AddSingleton<TokenUses>().AddHostedService(s => s.GetRequiredService<TokenUses>());
        services.Configure<MvcOptions>(o => o.Filters.Add<PasswordChangeFirst>());
        AddAccounts(services);
        AddSchemes(services);
        services.Configure<AntiforgeryOptions>(o =>
        {
            o.Cookie.Name = "portal-form";
            // The content security policy says it for every page already.
            o.SuppressXFrameOptionsHeader = true;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

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
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<SessionClaims>();
        // Ours replace the platform's rules on capitals, digits and signs.
        services.AddScoped<IPasswordValidator<User>, PasswordRulesValidator>();
        foreach (var own in services.Where(s => s.ServiceType == typeof(IPasswordValidator<User>) && s.ImplementationType == typeof(PasswordValidator<User>)).ToList()) services.Remove(own);
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordCheck.Rounds);
        // A session ends this soon after its password was changed or its account closed.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    static void AddSchemes(IServiceCollection services) =>
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, o => o.ForwardDefaultSelector = context => IsApi(context.Request) ? TokenAuthentication.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, o =>
            {
                o.Cookie.Name = PublicPagePolicy.SignInCookie;
                o.Cookie.Path = "/";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.ExpireTimeSpan = TimeSpan.FromHours(8);
                o.SlidingExpiration = true;
                o.LoginPath = "/sign-in";
                o.ReturnUrlParameter = "returnUrl";
                o.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync,
                    OnRedirectToAccessDenied = context =>
                    {
                        // The page that was asked for says so itself, in the reader's language; there is nowhere to go to.
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    },
                };
            });

    static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
