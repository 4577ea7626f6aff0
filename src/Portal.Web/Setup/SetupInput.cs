namespace Portal.Web.Setup;

/// <summary>What a setup begins with.</summary>
/// <param name="RecipeFile">Absolute path.</param>
/// <param name="AdminEmail">Address of the first administrator.</param>
public sealed record SetupInput(string RecipeFile, string AdminEmail = SetupInput.NoAddress)
{
    /// <summary>Stands for an address that nobody gave.</summary>
    public const string NoAddress = "admin@localhost";
}
