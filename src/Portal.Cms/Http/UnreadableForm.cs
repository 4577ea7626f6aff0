using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Cms.Http;

/// <summary>A form that the server refused to read to its end, because it is too large or comes too slowly, is answered with that; the platform would call the action as if the form had been empty.</summary>
public sealed class UnreadableForm : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        // The page that tells of it is asked for with the same form.
        var isTold = context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isTold && !context.ModelState.IsValid && await RefusalAsync(context.HttpContext.Request) is { } refusal) context.Result = new StatusCodeResult(refusal.StatusCode);
        else await next();
    }

    /// <summary>The platform keeps the message alone; what was read of the form, or why it was not, is there to be asked for once more.</summary>
    static async Task<BadHttpRequestException?> RefusalAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refusal)
        {
            return refusal;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
