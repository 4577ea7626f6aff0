using System.Text.Json.Nodes;

namespace Portal.Recipes.Reading;

/// <summary>A recipe as read from its file: the envelope understood, the steps as they stand.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Json">The whole recipe. Steps are parts of it, so that their JSON paths are those of the file.</param>
public sealed record Recipe(string Path, JsonObject Json)
{
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The folder that paths in the recipe are relative to, and that none of them may leave.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string Name => Json.Text("name") ?? "";

    public JsonObject Variables => Json.Member("variables") as JsonObject ?? [];

    public IEnumerable<(int Index, string Name, JsonObject Step)> Steps =>
        from step in (Json.Member("steps") as JsonArray ?? []).Select((node, index) => (Index: index, Json: node as JsonObject))
        where step.Json is not null
        select (step.Index, step.Json.Text("name") ?? "", step.Json);
}
