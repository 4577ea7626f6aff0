namespace Portal.Cms.Modules;

/// <summary>Declares a feature of a module (on the assembly), or binds a startup class to one (on the class).</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true)]
public class FeatureAttribute(string id = "") : Attribute
{
    /// <summary>Unique id; a module's own feature carries the assembly's name.</summary>
    public string Id { get; set; } = id;
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public string Category { get; set; } = "";
    /// <summary>Ids of the features this one needs; enabling it enables them.</summary>
    public string[] Dependencies { get; set; } = [];
    public bool IsAlwaysEnabled { get; set; }
}

/// <summary>Declares that an assembly is a module. Without a <see cref="FeatureAttribute"/> it has one feature with the assembly's name.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class ModuleAttribute : FeatureAttribute;

/// <summary>Declares that an assembly is a theme; its views stand below <c>/Themes/{ThemeName}/Views</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ThemeAttribute : ModuleAttribute;
