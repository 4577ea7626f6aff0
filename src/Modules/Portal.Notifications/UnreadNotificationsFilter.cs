using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Notifications.Actions;
using Portal.Notifications.Queries;

namespace Portal.Notifications;

/// <summary>Counts what an editor has not read, before the view runs: views ask no database.</summary>
sealed class UnreadNotificationsFilter(UnreadNotifications unread, MarkAsRead read, CurrentUser user) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && user.Id is { } me && context.ActionDescriptor.EndpointMetadata.OfType<AdminAttribute>().Any()) await CountAsync(me, context.HttpContext);
        await next();
    }

    async Task CountAsync(string me, HttpContext http)
    {
        await unread.CountAsync(me, http.RequestAborted);
        if (unread.Count == 0 || !HttpMethods.IsGet(http.Request.Method)) return;
        await read.OfPageAsync(http.Request.Path.Value ?? "", http.RequestAborted);
        await unread.CountAsync(me, http.RequestAborted);
    }
}
