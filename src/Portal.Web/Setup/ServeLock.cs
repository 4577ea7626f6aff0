using Portal.Web.Commands;

namespace Portal.Web.Setup;

/// <summary>Lets one process serve a data folder. The operating system lets go of it when that process ends, however it ends.</summary>
public static class ServeLock
{
    public const string FileName = "serve.lock";

    /// <returns>The lock, or null where other nodes may use the same database.</returns>
    /// <exception cref="CommandException">Another process has it.</exception>
    public static IDisposable? TakeFor(PortalOptions options) => options.Store.IsShared ? null : Take(options.DataFolder);

    /// <returns>The lock; dispose it to let go.</returns>
    /// <exception cref="CommandException">Another process has it.</exception>
    public static IDisposable Take(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        try
        {
            return new FileStream(Path.Combine(dataFolder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CommandException($"Another portal serves {dataFolder} already. Stop it first, or name another folder in PORTAL_DATA.");
        }
    }
}
