using System.Runtime.CompilerServices;

namespace Portal.BrowserTests.Hosting;

/// <summary>Where the sources are, and the portal built from them.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Built in the same configuration as these tests.</summary>
    public static string Portal { get; } = Path.Combine(Root, "src", "Portal.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Portal.Web.dll");

    public static string Tests { get; } = Path.Combine(Root, "tests", "Portal.BrowserTests");

    static string Find([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
