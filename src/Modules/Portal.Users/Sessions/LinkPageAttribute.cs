using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Users.Sessions;

/// <summary>Pages that are one person's own: nothing keeps the answer.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class PrivatePageAttribute : ActionFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-store";
}

/// <summary>Pages whose address holds a secret: no other page is told it, either.</summary>
/// <remarks>Forms on such a page are sent with the origin "null", which passkeys do not take.</remarks>
public sealed class LinkPageAttribute : PrivatePageAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        base.OnResultExecuting(context);
        context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
