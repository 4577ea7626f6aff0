using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Cms.Security;

namespace Portal.Users.Sessions;

/// <summary>Marks what a person may do before having replaced a password that the portal gave out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowBeforePasswordChangeAttribute : Attribute, IFilterMetadata;

/// <summary>Marks what a person may do before having added the second factor that their roles need.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowBeforeSecondFactorAttribute : Attribute, IFilterMetadata;

/// <summary>Leads who signed in with a password that the portal gave out to the page for changing it, and nowhere else.</summary>
public sealed class PasswordChangeFirst : IAuthorizationFilter
{
    public const string Page = "/account/password";

    public void OnAuthorization(AuthorizationFilterContext context) =>
        FirstThings.LeadTo<AllowBeforePasswordChangeAttribute>(Page, CurrentUser.MustChangePasswordClaim, context);
}

/// <summary>Leads whose roles need a second factor, and who has none, to the page for adding one, and nowhere else.</summary>
public sealed class SecondFactorFirst : IAuthorizationFilter
{
    public const string Page = "/account/second-factor";

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.User.HasClaim(c => c.Type == CurrentUser.MustChangePasswordClaim)) FirstThings.LeadTo<AllowBeforeSecondFactorAttribute>(Page, CurrentUser.MustAddSecondFactorClaim, context);
    }
}

static class FirstThings
{
    public static void LeadTo<TAllowed>(string page, string claim, AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!http.User.HasClaim(c => c.Type == claim)) return;
        if (context.Filters.OfType<TAllowed>().Any()) return;
        // The page that explains an error is part of the answer, not a place one goes to.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) return;
        context.Result = new LocalRedirectResult(page);
    }
}
