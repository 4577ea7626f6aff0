using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Cms.Http;

/// <summary>Answers 405 with <c>Allow</c> where an address of the API exists and only the method does not (RFC 9110, 15.5.6).</summary>
/// <remarks>The platform does so by itself, but not for GET and HEAD: routes of files and pages stand beside every address, until their constraints are asked.</remarks>
public static class OtherMethods
{
    public static async Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || context.GetEndpoint() is not null || context.Response.HasStarted) return;

        var allowed = MethodsAt(context.Request.Path, context.RequestServices.GetRequiredService<EndpointDataSource>());
        if (allowed.Count == 0) return;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", allowed);
    }

    static List<string> MethodsAt(PathString path, EndpointDataSource routes) =>
        [.. (from endpoint in routes.Endpoints.OfType<RouteEndpoint>()
             let pattern = endpoint.RoutePattern.RawText?.TrimStart('/') ?? ""
             where pattern.StartsWith("api/", StringComparison.Ordinal) && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, [])
             from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
             select method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
