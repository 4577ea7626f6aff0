using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Portal.Cms.Modules;

/// <summary>A feature as its manifest declares it.</summary>
public sealed record Feature(string Id, string Name, string Description, string Category, IReadOnlyList<string> Dependencies, bool IsAlwaysEnabled, bool IsTheme, Assembly Assembly);

/// <summary>Every module compiled into the host, found by its manifest. Which of its features run is <see cref="FeatureGraph"/>'s question.</summary>
public sealed class ModuleCatalogue
{
    ModuleCatalogue(IReadOnlyList<Assembly> assemblies)
    {
        Assemblies = assemblies;
        Features = [.. assemblies.SelectMany(FeaturesOf)];
    }

    /// <summary>Module assemblies, in the order of their names.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    public IReadOnlyList<Feature> Features { get; }

    public static ModuleCatalogue Of(params IEnumerable<Assembly> assemblies) =>
        new([.. assemblies.Where(a => a.IsDefined(typeof(ModuleAttribute))).OrderBy(a => a.GetName().Name, StringComparer.Ordinal)]);

    /// <summary>The modules that <paramref name="host"/> was built with: the application parts the Razor SDK wrote into it.</summary>
    public static ModuleCatalogue ReferencedBy(Assembly host) =>
        Of(host.GetCustomAttributes<ApplicationPartAttribute>().Select(part => Assembly.Load(part.AssemblyName)));

    static IEnumerable<Feature> FeaturesOf(Assembly assembly)
    {
        var module = assembly.GetCustomAttribute<ModuleAttribute>()!;
        var own = assembly.GetName().Name!;
        yield return Describe(module, own);
        foreach (var feature in assembly.GetCustomAttributes<FeatureAttribute>().Where(f => f is not ModuleAttribute))
        {
            yield return Describe(feature, feature.Id);
        }

        Feature Describe(FeatureAttribute a, string id) =>
            new(id, a.Name, a.Description, a.Category, a.Dependencies, a.IsAlwaysEnabled, module is ThemeAttribute, assembly);
    }
}
