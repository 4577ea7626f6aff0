using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Portal.Cms;
using Portal.Cms.Data;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Modules;
using Portal.Cms.Security;
using Portal.Media.Serving;

namespace Portal.Web;

/// <summary>Builds the host: the same for <c>serve</c>, for every other command and for tests.</summary>
public static class PortalApp
{
    static readonly string Name = typeof(PortalApp).Assembly.GetName().Name!;

    /// <exception cref="FeatureGraphException">The enabled features cannot be honoured.</exception>
    public static WebApplication Build(PortalOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        var catalogue = ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly);
        var enabled = options.Features ?? options.Store.ReadEnabledFeatures() ?? [.. catalogue.Features.Select(f => f.Id)];
        var features = new EnabledFeatures(FeatureGraph.Order(catalogue.Features, [.. enabled]));

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. options.HostArguments], ApplicationName = Name, ContentRootPath = PortalOptions.ContentRoot });
        // Before publishing, the style sheets of themes stay in their projects; the build leaves a list of where.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, Name + ".staticwebassets.runtime.json"))) builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            RequestSizes.Limit(k.Limits);
        });
        AddServices(builder.Services, options, catalogue, features);
        options.Configure?.Invoke(builder);
        // Last, because it schedules what everybody before has registered.
        if (options.RunsWorkers) builder.Services.AddPortalWorkers();

        var app = builder.Build();
        Configure(app, features);
        return app;
    }

    static void AddServices(IServiceCollection services, PortalOptions options, ModuleCatalogue catalogue, EnabledFeatures features)
    {
        services.AddSingleton(catalogue).AddSingleton(features).AddSingleton(new DataFolder(options.DataFolder));
        services.AddPortalCms();
        options.Store.AddTo(services);
        services.AddOpenApi("openapi");
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database");
        services.AddAuthorization();
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts => KeepEnabled(parts, catalogue, features));
        foreach (var assembly in features.Assemblies.Prepend(typeof(CmsServices).Assembly)) services.AddSingleton<IPoSource>(new EmbeddedPoSource(assembly));
        foreach (var startup in features.Startups()) startup.ConfigureServices(services);
    }

    static void Configure(WebApplication app, EnabledFeatures features)
    {
        app.UseTrustedProxy();
        app.Use(SecurityHeaders.ApplyAsync);
        app.UseWhen(c => c.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.UseExceptionHandler().UseStatusCodePages().Use(OtherMethods.ApplyAsync));
        app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), pages => pages.UseExceptionHandler("/error/500").UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseOutputCache();
        if (features.Contains("Portal.Media")) app.UseMedia();
        app.UseAuthentication();
        app.Use(CultureRouting.ApplyAsync);
        app.Use(RequestUser.ApplyAsync);
        app.UseRouting();
        app.UseAuthorization();

        app.MapStaticAssets();
        app.MapOpenApi("/api/{documentName}.json");
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapControllers().WithStaticAssets();
        foreach (var startup in features.Startups()) startup.Configure(app);
        app.MapContent();
    }

    /// <summary>Controllers and views of a module none of whose features is enabled do not exist.</summary>
    static void KeepEnabled(ApplicationPartManager parts, ModuleCatalogue catalogue, EnabledFeatures features)
    {
        var disabled = catalogue.Assemblies.Except(features.Assemblies).Select(a => a.GetName().Name).ToHashSet(StringComparer.Ordinal);
        foreach (var part in parts.ApplicationParts.Where(p => disabled.Contains(p.Name)).ToList()) parts.ApplicationParts.Remove(part);
    }
}
