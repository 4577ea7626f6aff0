using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Cms.Security;

namespace Portal.Users.Sessions;

/// <summary>Marks what a person may do before having replaced a password that the portal gave out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowBeforePasswordChangeAttribute : Attribute, IFilterMetadata;

/// <summary>Leads who signed in with a password that the portal gave out to the page for changing it, and nowhere else.</summary>
public sealed class PasswordChangeFirst : IAuthorizationFilter
{
    public const string Page = "/account/password";

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!http.User.HasClaim(c => c.Type == CurrentUser.MustChangePasswordClaim)) return;
        if (context.Filters.OfType<AllowBeforePasswordChangeAttribute>().Any()) return;
        // The page that explains an error is part of the answer, not a place one goes to.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) return;
        context.Result = new LocalRedirectResult(Page);
    }
}
