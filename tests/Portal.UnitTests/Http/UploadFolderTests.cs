using Portal.Cms.Http;

namespace Portal.UnitTests.Http;

/// <summary>Where uploads are worked on.</summary>
public class UploadFolderTests
{
    [Fact]
    public void What_an_upload_was_worked_on_with_goes_at_once_and_after_an_interruption_within_the_hour()
    {
        var data = Directory.CreateTempSubdirectory("portal-tests-");
        try
        {
            var folder = new UploadFolder(new(data.FullName), TimeProvider.System);
            string done;
            using (var work = folder.OpenWork())
            {
                File.WriteAllText(work.File("letter"), "from somebody");
                (done = work.Folder).ShouldStartWith(Path.Combine(data.FullName, UploadFolder.Name));
            }

            Directory.Exists(done).ShouldBeFalse();
            var (interrupted, going) = (folder.OpenWork(), folder.OpenWork());
            File.WriteAllText(interrupted.File("letter"), "from somebody");
            Directory.SetLastWriteTimeUtc(interrupted.Folder, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
            folder.DeleteInterrupted();
            Directory.Exists(interrupted.Folder).ShouldBeFalse();
            Directory.Exists(going.Folder).ShouldBeTrue();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
