namespace Portal.Site.Models;

/// <summary>The menus that editors fill.</summary>
public static class MenuNames
{
    public static IReadOnlyList<string> All { get; } = ["main", "footer"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? key) => key switch
    {
        "footer" => "Menu at the foot",
        _ => "Main menu",
    };
}
