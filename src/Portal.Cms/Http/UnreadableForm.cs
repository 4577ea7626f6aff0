using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Cms.Http;

/// <summary>A form that the server refused to read to its end, because it is too large or comes too slowly, is answered with that; the platform would call the action as if the form had been empty.</summary>
public sealed class UnreadableForm : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var refusal = context.ModelState.Values.SelectMany(v => v.Errors).Select(e => (e.Exception as BadHttpRequestException) ?? e.Exception?.InnerException as BadHttpRequestException).FirstOrDefault(e => e is not null);
        if (refusal is not null) context.Result = new StatusCodeResult(refusal.StatusCode);
    }

    public void OnActionExecuted(ActionExecutedContext context) { }
}
