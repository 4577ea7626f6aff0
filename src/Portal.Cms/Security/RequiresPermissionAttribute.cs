using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Cms.Security;

/// <summary>Opens a page only to who has a permission: guests are led to the sign-in page (the API answers 401), others see that they may not.</summary>
/// <param name="permission">Name of a permission that some module provides.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresPermissionAttribute(string permission) : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var services = context.HttpContext.RequestServices;
        var user = services.GetRequiredService<CurrentUser>();
        var needed = services.GetServices<IPermissionProvider>().SelectMany(p => p.Permissions).FirstOrDefault(p => p.Name == permission)
            ?? throw new InvalidOperationException($"No enabled feature knows the permission {permission}.");
        if (user.May(needed)) return;
        // Ids alone: a log is read by more people than the database.
        if (user.IsSignedIn) services.GetRequiredService<ILogger<RequiresPermissionAttribute>>().LogWarning("The account {Account} was refused a page that needs {Permission}.", user.Id, permission);
        context.Result = user.IsSignedIn ? new ForbidResult() : new ChallengeResult();
    }
}
