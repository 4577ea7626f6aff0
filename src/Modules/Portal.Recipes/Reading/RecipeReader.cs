using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Cms;

namespace Portal.Recipes.Reading;

/// <summary>Reads recipe files, and finds files that a recipe names.</summary>
public static class RecipeReader
{
    /// <summary>Bytes; recipes carry small files in themselves, large ones stand beside them.</summary>
    const long Largest = 64 * 1024 * 1024;

    public static async Task<Result<Recipe>> ReadAsync(string file, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file);
        if (!File.Exists(path)) return Problem.NotFound("There is no recipe {0}.", Path.GetFileName(path));
        if (new FileInfo(path).Length > Largest) return Problem.Invalid("file", "{0} is larger than {1} MB.", Path.GetFileName(path), Largest / 1024 / 1024);

        try
        {
            await using var stream = File.OpenRead(path);
            if (await JsonNode.ParseAsync(stream, documentOptions: RecipeJson.Reading, cancellationToken: cancel) is JsonObject json) return new Recipe(path, json);
            return Problem.Invalid("file", "{0} is not a recipe: a recipe is a JSON object.", Path.GetFileName(path));
        }
        catch (JsonException wrong)
        {
            return Problem.Invalid("file", "{0} is not JSON that can be read: {1}", Path.GetFileName(path), wrong.Message);
        }
    }

    /// <returns>The absolute path of a file that stands in a folder or below it; null for a path that leads out of it, also through a link.</returns>
    public static string? Inside(string folder, string relative)
    {
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(relative)) return null;
        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(relative.Replace('\\', '/'), root);
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;

        for (FileSystemInfo? step = new FileInfo(path); step is not null && step.FullName.Length > root.Length; step = new DirectoryInfo(Path.GetDirectoryName(step.FullName)!))
        {
            if (step.LinkTarget is not null) return null;
        }

        return path;
    }
}
