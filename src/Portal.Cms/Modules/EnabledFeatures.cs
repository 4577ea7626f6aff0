using System.Reflection;

namespace Portal.Cms.Modules;

/// <summary>The features that run in this process, dependencies first. Read once at start: changing the stored set needs a restart.</summary>
public sealed class EnabledFeatures(IReadOnlyList<Feature> features)
{
    public IReadOnlyList<Feature> All => features;

    public bool Contains(string id) => features.Any(f => f.Id == id);

    /// <summary>Assemblies with at least one enabled feature, dependencies first.</summary>
    public IEnumerable<Assembly> Assemblies => features.Select(f => f.Assembly).Distinct();

    /// <summary>The startup classes of the enabled features: a class without <see cref="FeatureAttribute"/> belongs to the module's own feature.</summary>
    public IEnumerable<StartupBase> Startups() =>
        from feature in features
        from type in feature.Assembly.GetTypes()
        where type.IsSubclassOf(typeof(StartupBase)) && !type.IsAbstract
        where (type.GetCustomAttribute<FeatureAttribute>()?.Id ?? feature.Assembly.GetName().Name) == feature.Id
        select (StartupBase)Activator.CreateInstance(type)!;
}
