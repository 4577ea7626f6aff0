using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Portal.Cms.Localization;

public static class LocalizationServices
{
    /// <summary>Registers the localizers, <see cref="Dates"/> and the kernel's own translations.</summary>
    public static IServiceCollection AddPortalLocalization(this IServiceCollection services)
    {
        services.TryAddSingleton<PoCatalogues>();
        services.TryAddSingleton<Dates>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, PoStringLocalizerFactory>());
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizer>(provider => new PoStringLocalizer(provider.GetRequiredService<PoCatalogues>())));
        services.Replace(ServiceDescriptor.Singleton(typeof(IStringLocalizer<>), typeof(PoStringLocalizer<>)));
        return services.AddTranslationsOf(typeof(LocalizationServices).Assembly);
    }

    /// <summary>Adds the translations embedded in an assembly; they win over those added before.</summary>
    public static IServiceCollection AddTranslationsOf(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton<IPoSource>(new EmbeddedPoSource(assembly));

    /// <summary>Adds the translations of a folder; they win over those added before.</summary>
    public static IServiceCollection AddTranslationsFrom(this IServiceCollection services, string folder) =>
        services.AddSingleton<IPoSource>(new FolderPoSource(folder));
}
