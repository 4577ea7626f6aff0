using System.Text.RegularExpressions;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Architecture;

public sealed class SourceTests
{
    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines() =>
        Files("*.cs", "*.cshtml").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && File.ReadLines(f).Count() > 400).ShouldBeEmpty();

    [Fact]
    public void No_method_is_async_void() => Files("*.cs").Where(f => Regex.IsMatch(File.ReadAllText(f), @"\basync\s+void\b", RegexOptions.None, TimeSpan.FromSeconds(5))).ShouldBeEmpty();

    [Fact]
    public void Only_the_test_tools_and_the_host_ask_for_the_time_of_the_machine() =>
        Files("*.cs").Where(f => !f.Contains("/tools/", StringComparison.Ordinal) && Regex.IsMatch(File.ReadAllText(f), @"\bDateTime(Offset)?\.(Utc)?Now\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))).ShouldBeEmpty();

    static IEnumerable<string> Files(params string[] patterns) =>
        from folder in new[] { "src" }
        from pattern in patterns
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        select file;
}
