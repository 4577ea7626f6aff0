using System.Reflection;

namespace Portal.Cms.Localization;

/// <summary>The translations that an assembly carries as resources named <c>Localization/{culture}.po</c>.</summary>
public sealed class EmbeddedPoSource(Assembly assembly) : IPoSource
{
    public IEnumerable<PoInput> Open()
    {
        foreach (var culture in Culture.All)
        {
            var resource = $"Localization/{culture.Code}.po";
            if (assembly.GetManifestResourceStream(resource) is { } content)
                yield return new PoInput(culture, $"{assembly.GetName().Name}/{resource}", content);
        }
    }
}
