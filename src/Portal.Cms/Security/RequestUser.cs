using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Cms.Security;

/// <summary>Tells the request's <see cref="CurrentUser"/> who was authenticated.</summary>
public static class RequestUser
{
    public static async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        // The page that reports a failure asks no database: the database may be what failed.
        if (context.Features.Get<IExceptionHandlerPathFeature>() is null) await RecogniseAsync(context);
        await next(context);
    }

    static async Task RecogniseAsync(HttpContext context)
    {
        var granted = await context.RequestServices.GetRequiredService<RolePermissions>().OfAsync(context.User);
        context.RequestServices.GetRequiredService<CurrentUser>().Become(context.User, granted);
    }
}
