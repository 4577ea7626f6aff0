using System.Reflection;
using System.Xml.Linq;
using Portal.Cms.Modules;
using Portal.IntegrationTests.Hosting;
using Portal.Web;

namespace Portal.IntegrationTests.Architecture;

/// <summary>The kernel knows nobody; a module knows what its manifest names; a theme knows the kernel.</summary>
public sealed class WhoMayKnowWhomTests
{
    const string Kernel = "Portal.Cms";

    static readonly ModuleCatalogue Catalogue = ModuleCatalogue.ReferencedBy(typeof(PortalApp).Assembly);

    public static TheoryData<string> Modules => [.. Catalogue.Assemblies.Select(a => a.GetName().Name!)];

    [Fact]
    public void The_kernel_uses_no_other_assembly_of_the_portal() => Used(typeof(Cms.CmsServices).Assembly).ShouldBeEmpty();

    [Theory, MemberData(nameof(Modules))]
    public void A_module_uses_the_kernel_and_what_its_manifest_names(string module)
    {
        var allowed = Dependencies(module);
        foreach (var used in Used(Assembly.Load(module))) allowed.Contains(used).ShouldBeTrue(used);
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_modules_project_refers_to_exactly_what_its_manifest_names(string module)
    {
        var file = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), $"{module}.csproj", SearchOption.AllDirectories).Single();
        var referred = XDocument.Load(file).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        // The kernel is referred to for all modules in one place; a theme upon another looks up its files only.
        referred.Where(r => r != Kernel).ShouldBe(Feature(module).Dependencies.Where(d => !Feature(d).IsTheme), ignoreOrder: true);
    }

    [Fact]
    public void A_theme_uses_the_kernel_only()
    {
        foreach (var theme in Catalogue.Features.Where(f => f.IsTheme)) Used(theme.Assembly).Where(u => u != Kernel).ShouldBeEmpty(theme.Id);
    }

    [Theory, MemberData(nameof(Modules))]
    public void What_a_module_uses_of_another_is_a_model_a_query_an_action_or_stands_beside_them(string module)
    {
        foreach (var used in Used(Assembly.Load(module)).Where(u => u != Kernel))
        {
            // What another module may not use is internal; controllers are public for the platform only.
            Assembly.Load(used).GetExportedTypes().Where(t => t.Namespace?.EndsWith(".Controllers", StringComparison.Ordinal) == true)
                .Where(t => IsNamedIn(Assembly.Load(module), t)).ShouldBeEmpty();
        }
    }

    static bool IsNamedIn(Assembly assembly, Type type) => assembly.GetTypes().Any(t =>
        t.BaseType == type || t.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == type));

    static Feature Feature(string module) => Catalogue.Features.Single(f => f.Id == module);

    static HashSet<string> Dependencies(string module)
    {
        var allowed = new HashSet<string>(StringComparer.Ordinal) { Kernel };
        void Add(string id)
        {
            foreach (var dependency in Feature(id).Dependencies.Where(allowed.Add)) Add(dependency);
        }

        Add(module);
        return allowed;
    }

    static IEnumerable<string> Used(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Portal.", StringComparison.Ordinal) && n != assembly.GetName().Name);
}
