using System.Runtime.CompilerServices;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Where the sources are, for tests that read recipes or source files.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    static string Find([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
