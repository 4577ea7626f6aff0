using Microsoft.AspNetCore.Mvc.Razor;

namespace Portal.Cms.Display;

/// <summary>Marks a controller whose pages belong to the editors' theme.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdminAttribute : Attribute
{
    /// <summary>The menu's link that the pages belong to, where their own addresses do not begin with it.</summary>
    public string? Under { get; init; }
}

/// <summary>Looks for a view in the theme first, then in the module that owns it: a theme overrides by putting a view of the same name below <c>/Themes/{theme}/Views</c>.</summary>
public sealed class ThemeViewLocations : IViewLocationExpander
{
    const string Key = "theme";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = context.ActionContext.ActionDescriptor.EndpointMetadata.OfType<AdminAttribute>().Any() ? "Admin" : "Forum";

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Themes/{context.Values[Key]}/Views/{{1}}/{{0}}.cshtml", $"/Themes/{context.Values[Key]}/Views/Shared/{{0}}.cshtml", .. viewLocations];
}
