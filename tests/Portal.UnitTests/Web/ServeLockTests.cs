using Portal.Web.Commands;
using Portal.Web.Setup;

namespace Portal.UnitTests.Web;

public sealed class ServeLockTests
{
    [Fact]
    public void One_process_serves_a_data_folder()
    {
        var folder = Directory.CreateTempSubdirectory("portal-lock-");
        using (ServeLock.Take(folder.FullName))
        {
            Should.Throw<CommandException>(() => ServeLock.Take(folder.FullName)).Message.ShouldContain(folder.FullName);
        }

        ServeLock.Take(folder.FullName).Dispose();
        folder.Delete(recursive: true);
    }
}
