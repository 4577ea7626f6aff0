using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Cms.Display;
using Portal.Cms.Security;
using Portal.Notifications.Queries;

namespace Portal.Notifications;

/// <summary>Counts what an editor has not read, before the view runs: views ask no database.</summary>
sealed class UnreadNotificationsFilter(UnreadNotifications unread, CurrentUser user) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && user.Id is { } me && context.ActionDescriptor.EndpointMetadata.OfType<AdminAttribute>().Any()) await unread.CountAsync(me, context.HttpContext.RequestAborted);
        await next();
    }
}
