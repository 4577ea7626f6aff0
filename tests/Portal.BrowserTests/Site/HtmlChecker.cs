using System.Text.Json;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Site;

/// <summary>The HTML standard's own rules, as the Nu Html Checker knows them. One Java process for all pages: its start takes longer than a page.</summary>
sealed class HtmlChecker : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("portal-html-").FullName;

    public void Add(string name, string html) => File.WriteAllText(Path.Combine(folder, name + ".html"), html);

    /// <returns>Errors and warnings, each with the page's name and the place.</returns>
    public async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        var report = await Tool.RunAsync("java", "-jar", Tool.Package("vnu-jar", "build", "dist", "vnu.jar"), "--stdout", "--exit-zero-always", "--format", "json", folder);
        using var read = JsonDocument.Parse(report);
        return [.. read.RootElement.GetProperty("messages").EnumerateArray().Where(m => !IsRemark(m)).Select(Tell)];
    }

    /// <summary>What is neither an error nor a warning.</summary>
    static bool IsRemark(JsonElement message) => Text(message, "type") == "info" && Text(message, "subType") != "warning";

    static string Tell(JsonElement message) =>
        $"{Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(Text(message, "url")))}, line {(message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0)}: {Text(message, "message")} {Text(message, "extract").ReplaceLineEndings(" ")}";

    static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
