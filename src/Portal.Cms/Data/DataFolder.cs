namespace Portal.Cms.Data;

/// <summary>The folder for everything the portal keeps outside the database: media, mail pickup, keys.</summary>
/// <param name="Root">Absolute path.</param>
public sealed record DataFolder(string Root)
{
    /// <returns>The absolute path of a subfolder, made if it is not there.</returns>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
