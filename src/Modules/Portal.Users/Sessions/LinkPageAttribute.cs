using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Users.Sessions;

/// <summary>Pages whose address holds a secret: no other page is told it, nothing keeps the answer.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LinkPageAttribute : ActionFilterAttribute
{
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
