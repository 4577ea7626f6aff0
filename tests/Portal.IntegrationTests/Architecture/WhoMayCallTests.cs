using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Security;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Architecture;

/// <summary>Every door says who may pass.</summary>
public sealed class WhoMayCallTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Fact]
    public void Every_page_of_the_editors_asks_for_a_permission_or_a_session_but_for_signing_in()
    {
        var open = Actions().Where(a => a.EndpointMetadata.OfType<AdminAttribute>().Any() && !IsGuarded(a)).Select(a => a.ControllerTypeInfo.Name).Distinct(StringComparer.Ordinal);
        open.ShouldBe(["SignInController"]);
    }

    [Fact]
    public void Every_form_is_protected_against_foreign_pages()
    {
        foreach (var action in Actions().Where(a => Methods(a).Contains("POST", StringComparer.Ordinal)))
        {
            var protections = action.FilterDescriptors.Select(f => f.Filter.GetType().Name).Concat(action.EndpointMetadata.Select(m => m.GetType().Name));
            protections.ShouldContain(p => p == nameof(SameSiteOnlyAttribute) || p.Contains("AntiForgery", StringComparison.OrdinalIgnoreCase), action.DisplayName);
        }
    }

    [Fact]
    public void Every_endpoint_of_the_API_that_changes_something_is_public_by_name_or_asks_for_a_token()
    {
        var silent = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Any(m => m != "GET"))
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null);
        silent.Select(e => e.RoutePattern.RawText).ShouldBeEmpty();
    }

    IEnumerable<ControllerActionDescriptor> Actions() => portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>();

    static bool IsGuarded(ControllerActionDescriptor action) =>
        action.EndpointMetadata.OfType<IAuthorizeData>().Any() || action.FilterDescriptors.Any(f => f.Filter is RequiresPermissionAttribute);

    static IEnumerable<string> Methods(ControllerActionDescriptor action) => action.EndpointMetadata.OfType<HttpMethodMetadata>().SelectMany(m => m.HttpMethods);
}
