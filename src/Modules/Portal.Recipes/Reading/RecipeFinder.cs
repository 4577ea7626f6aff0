namespace Portal.Recipes.Reading;

/// <summary>Finds the recipes that a recipe names. Only below its own folder.</summary>
public static class RecipeFinder
{
    const string Ending = ".recipe.json";

    static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };

    /// <param name="from">The recipe that names it.</param>
    /// <param name="name">A recipe's name, or the path of a file relative to <paramref name="from"/>, with or without its ending.</param>
    /// <returns>The file's absolute path, or null.</returns>
    public static async Task<string?> FindAsync(Recipe from, string name, CancellationToken cancel)
    {
        foreach (var path in new[] { name, name + Ending })
        {
            if (RecipeReader.Inside(from.Folder, path) is { } file && file.EndsWith(".json", StringComparison.Ordinal) && File.Exists(file)) return file;
        }

        foreach (var file in Directory.EnumerateFiles(from.Folder, "*" + Ending, Below).Order(StringComparer.Ordinal))
        {
            var recipe = await RecipeReader.ReadAsync(file, cancel);
            if (recipe.Succeeded && recipe.Value.Name == name) return file;
        }

        return null;
    }
}
