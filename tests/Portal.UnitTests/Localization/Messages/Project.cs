using System.Runtime.CompilerServices;
using Portal.Cms.Localization;

namespace Portal.UnitTests.Localization.Messages;

/// <summary>A project of the repository with the messages in its sources and its translations.</summary>
/// <param name="Messages">With the file, from the root of the repository, that each stands in.</param>
sealed record Project(string Name, IReadOnlyList<(string File, Message Message)> Messages, IReadOnlyDictionary<Culture, (string Path, PoFile File)> Translations)
{
    /// <summary>Everything below <c>src</c>, read once.</summary>
    public static IReadOnlyList<Project> All { get; } = ReadAll();

    /// <summary>The kernel and the themes are there whatever modules are enabled: what they translate, no module has to.</summary>
    public bool IsAlwaysThere => Name == "Portal.Cms" || Name.StartsWith("Portal.Themes.", StringComparison.Ordinal);

    static List<Project> ReadAll()
    {
        var root = Root();
        var folders = Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => Path.GetDirectoryName(f)!).ToList();
        var code = folders.ToDictionary(f => f, f => Files(f, "*.cs").Select(c => (File: c, Tokens: CSharpReader.Read(File.ReadAllText(c)))).ToList(), StringComparer.Ordinal);
        var scanner = new MessageScanner(Declarations.In(code.Values.SelectMany(files => files.Select(f => f.Tokens))));
        return [.. folders.Select(folder => new Project(
            Path.GetFileName(folder),
            [.. from file in code[folder] from message in scanner.InCode(file.Tokens) select (Path.GetRelativePath(root, file.File), message),
             .. from view in Files(folder, "*.cshtml") from message in MessageScanner.InView(File.ReadAllText(view)) select (Path.GetRelativePath(root, view), message)],
            Files(folder, "*.po").ToDictionary(CultureOf, path => (path, Parse(path)))))];
    }

    static IEnumerable<string> Files(string folder, string pattern) => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")).Order(StringComparer.Ordinal);

    static Culture CultureOf(string path) => Culture.TryFrom(Path.GetFileNameWithoutExtension(path), out var culture) ? culture : throw new InvalidDataException($"{path} is named after no culture.");

    static PoFile Parse(string path)
    {
        using var stream = File.OpenRead(path);
        return PoParser.Parse(stream, path, CultureOf(path));
    }

    static string Root([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", ".."));
}
