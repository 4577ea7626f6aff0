using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Cms.Security;

/// <summary>Tells the request's <see cref="CurrentUser"/> who was authenticated.</summary>
public static class RequestUser
{
    public static async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var granted = await context.RequestServices.GetRequiredService<RolePermissions>().OfAsync(context.User);
        context.RequestServices.GetRequiredService<CurrentUser>().Become(context.User, granted);
        await next(context);
    }
}
