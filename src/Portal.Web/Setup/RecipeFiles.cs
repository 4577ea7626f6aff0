using Portal.Web.Commands;

namespace Portal.Web.Setup;

/// <summary>Finds recipes: a file by its path, or one that came with the portal by its name.</summary>
public static class RecipeFiles
{
    /// <exception cref="CommandException">There is no such recipe.</exception>
    public static string Find(string nameOrPath)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "recipes");
        string[] candidates = [nameOrPath, Path.Combine(shipped, nameOrPath), Path.Combine(shipped, nameOrPath + ".recipe.json")];
        return candidates.FirstOrDefault(File.Exists) is { } found ? Path.GetFullPath(found) : throw new CommandException($"There is no recipe {nameOrPath}.");
    }
}
